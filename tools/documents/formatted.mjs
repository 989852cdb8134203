import { join } from 'node:path';
import prettier from 'prettier';
import { root } from '../start/settings.mjs';

/** A text as the house formats it. @param {string} file from the root @param {string} text */
export async function formatted(file, text) {
  const filepath = join(root, file);
  return prettier.format(text, { ...(await prettier.resolveConfig(filepath)), filepath });
}
