import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import { root } from '../start/settings.mjs';

/** Writes the files as the house formats them. @param {Record<string, string>} files text by file, from the root */
export async function writeAll(files) {
  for (const [file, text] of Object.entries(files)) {
    const path = join(root, file);
    const options = (await prettier.resolveConfig(path)) ?? {};
    writeFileSync(path, await prettier.format(text, { ...options, filepath: path }));
  }
}
