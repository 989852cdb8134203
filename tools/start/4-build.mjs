import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../world/problem.mjs';
import { run } from '../world/run.mjs';
import { mainOf, root, services } from './settings.mjs';

export const stamp = join(root, 'node_modules/.cache/tessera/build.json');
const sources = ['contracts', 'platform', 'gateway', 'services', 'sdk', 'portal'];
const rootFiles = [
  'package-lock.json',
  'nx.json',
  'tsconfig.base.json',
  'tsconfig.json',
  '.swcrc',
  'tools/bundle.mjs',
];
const ignored = new Set(['node_modules', 'dist', 'coverage', 'test', '.nx', '.tessera']);

/**
 * Builds what has changed. Even asking nx costs seconds, so it is asked only when a source's size or time differs.
 * @param {(line: string) => void} [say]
 */
export async function build(say = () => {}) {
  const now = sourceHash();
  const last = existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : {};
  if (
    last.sources === now &&
    last.outputs.every((/** @type {string} */ folder) => existsSync(join(root, folder)))
  )
    return 'up to date';
  say('nx run-many -t build');
  await nxBuild();
  const mains = [...services, 'gateway'].map(mainOf);
  const missing = [...mains, 'portal/dist/index.html'].find((made) => !existsSync(join(root, made)));
  if (missing) throw new Problem(`The build made no ${missing}; look at the build target in project.json.`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ sources: now, outputs: outputs() }, null, 2));
  return 'built';
}

/** Of path, size and time of every source file. */
function sourceHash() {
  const hash = createHash('sha256');
  const add = (/** @type {string} */ path) => {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  };
  const walk = (/** @type {string} */ folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (ignored.has(entry.name)) continue;
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && !entry.name.endsWith('.spec.ts')) add(path);
    }
  };
  for (const folder of sources) if (existsSync(join(root, folder))) walk(folder);
  for (const file of rootFiles) if (existsSync(join(root, file))) add(file);
  return hash.digest('hex');
}

function outputs() {
  const within = (/** @type {string} */ folder) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : [];
  return ['contracts', 'platform', 'gateway', 'portal', ...within('services'), ...within('sdk')]
    .map((project) => `${project}/dist`)
    .filter((folder) => existsSync(join(root, folder)));
}

async function nxBuild() {
  const { code, output } = await run(
    process.execPath,
    [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--output-style=static'],
    {
      cwd: root,
      env: { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', FORCE_COLOR: '0' },
    },
  );
  if (code !== 0) throw new Problem('The build failed.', { detail: output.trim() });
}
