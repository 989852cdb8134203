/**
 * Makes one program of a compiled service (or the gateway) and everything that it imports: `<app>/dist/bundle/main.js`. Node
 * then reads a handful of files instead of some two thousand, which halves the processor time of a start and takes
 * less memory; docs/decisions/0015. What is imported only on demand stays in files of its own.
 * Usage: node tools/bundle.mjs services/licensing
 */
import { existsSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [app] = process.argv.slice(2);
const input = ['dist/src/main.js', 'dist/main.js']
  .map((main) => join(root, app ?? '', main))
  .find(existsSync);
if (!app || !input) {
  console.error('Usage: node tools/bundle.mjs services/<name>|gateway, after it was compiled');
  process.exit(2);
}
const folder = join(root, app, 'dist/bundle');
/**
 * What has a library of the machine's in it; and the client of Postgres: TypeORM looks for it when it connects, and finds the
 * one of `node_modules`. A second one in the program would be another client: its spans and its types would touch no
 * connection of TypeORM's.
 */
const outside = /^(@node-rs\/|pg(\/|$))/;

rmSync(folder, { recursive: true, force: true });
const bundle = await rolldown({
  input,
  cwd: root,
  platform: 'node',
  external: outside,
  plugins: [{ name: 'own-places', transform: withOwnPlace }],
  onLog: tell,
});
// Names of classes are told by Nest and in logs. The maps are for profiles and debuggers; Node reads none by itself.
await bundle.write({
  dir: folder,
  format: 'esm',
  keepNames: true,
  chunkFileNames: '[name].js',
  sourcemap: true,
});
await bundle.close();

/**
 * Of our own modules each finds the files that lie beside it where they are.
 * @param {string} code @param {string} file
 */
function withOwnPlace(code, file) {
  const ours = file.startsWith(root) && !file.includes('/node_modules/');
  if (!ours || !code.includes('import.meta.url')) return null;
  const place = JSON.stringify(relative(folder, file));
  // Without a map of this step: every line stays where it was.
  return { code: code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`), map: null };
}

/**
 * Libraries import what they can do without (drivers of other databases, other transports): that stays as it is. All else
 * that rolldown complains about ends the build.
 * @param {import('rolldown').LogLevel} level
 * @param {import('rolldown').RolldownLog} log
 */
function tell(level, log) {
  if (level !== 'warn') return;
  const from = resolve(root, log.loc?.file ?? log.id ?? '');
  if (from.includes('/node_modules/')) return;
  throw new Error(`${log.code}: ${log.message}`);
}
