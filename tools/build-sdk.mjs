import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What `npm pack` runs in a published package (its `prepack`): makes `dist` again, with ES modules, CommonJS in `dist/cjs`
 * and types for both, and puts the LICENSE beside it. Within the repository the build's ES modules are enough.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = process.cwd();
const dist = join(folder, 'dist');

if (!existsSync(join(root, 'node_modules/.bin/swc'))) stop('Run npm ci in the repository first.');
rmSync(dist, { recursive: true, force: true });
compile('dist');
compile('dist/cjs', '-C', 'module.type=commonjs');
// By its path: TypeScript 7 claims the command.
run('../typescript/bin/tsc', '-p', 'tsconfig.build.json');
for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' }))
  if (file.endsWith('.d.ts')) copyFileSync(join(dist, file), join(dist, 'cjs', file));
// Below it, Node and TypeScript read .js and .d.ts as CommonJS.
writeFileSync(join(dist, 'cjs/package.json'), '{ "type": "commonjs" }\n');
copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));

/** No source maps: the sources that they name are not in the package. @param {string} target @param {string[]} more */
function compile(target, ...more) {
  const config = join(root, '.swcrc');
  run(
    'swc',
    'src',
    '-d',
    target,
    '--config-file',
    config,
    '--strip-leading-paths',
    '--quiet',
    '-s',
    'false',
    ...more,
  );
}

/** @param {string} program @param {string[]} args */
function run(program, ...args) {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', program), args, {
    cwd: folder,
    encoding: 'utf8',
  });
  // Not to standard output: that is the tarball's name.
  if (status !== 0) stop(`${program} failed\n${stdout}${stderr}`);
}

/** @param {string} message @returns {never} */
function stop(message) {
  console.error(message);
  process.exit(1);
}
