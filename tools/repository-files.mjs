import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './start/settings.mjs';

/**
 * The files that belong to the repository or will: tracked ones and new ones, without what git ignores, and without what was
 * deleted and is not committed yet. Paths from the root.
 * @param {string} [pattern] as git takes it
 */
export const repositoryFiles = (pattern = '.') =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', pattern], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file && existsSync(join(root, file)));
