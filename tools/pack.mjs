import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';

/**
 * Makes `out/<name>`: compiled code, production dependencies and migrations of one service (or the gateway), which starts
 * alone with nothing but environment variables. Usage: node tools/pack.mjs services/licensing [folder]
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [app, wished] = process.argv.slice(2);
if (!app || !existsSync(join(root, app, 'package.json'))) {
  console.error('Usage: node tools/pack.mjs services/<name>|gateway [folder]');
  process.exit(2);
}
const manifest = read(join(root, app, 'package.json'));
const name = manifest.name.replace('@tessera/', '');
const target = wished ?? join(root, 'out', name);
const parts = ['contracts', 'platform', app];

for (const part of parts) {
  if (!existsSync(join(root, part, 'dist'))) {
    console.error(`${part} is not built; run: npx nx run ${name}:pack`);
    process.exit(1);
  }
}
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const whole = read(join(root, 'package.json'));
// The lock file's workspaces must be those of the manifest; absent ones are not installed.
write(join(target, 'package.json'), {
  ...whole,
  scripts: { start: `node ${mainOf(app)}` },
  devDependencies: undefined,
});
cpSync(join(root, 'package-lock.json'), join(target, 'package-lock.json'));
for (const part of parts) {
  mkdirSync(join(target, part), { recursive: true });
  cpSync(join(root, part, 'package.json'), join(target, part, 'package.json'));
  cpSync(join(root, part, 'dist'), join(target, part, 'dist'), {
    recursive: true,
    filter: (file) => !file.endsWith('.map'),
  });
}
cpSync(join(root, 'tools', 'operate.mjs'), join(target, 'operate.mjs'));
cpSync(join(root, 'LICENSE'), join(target, 'LICENSE'));

const lock = read(join(target, 'package-lock.json'));
lock.packages[''] = { ...lock.packages[''], devDependencies: undefined };
write(join(target, 'package-lock.json'), lock);
const install = spawnSync('npm', ['ci', '--omit=dev', '-w', manifest.name, '--no-audit', '--no-fund'], {
  cwd: target,
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (install.status !== 0) process.exit(install.status ?? 1);
console.log(`${target}: start it with  node ${mainOf(app)}`);

/** @param {string} folder */
function mainOf(folder) {
  return folder === 'gateway' ? 'gateway/dist/main.js' : `${folder}/dist/src/main.js`;
}
/** @param {string} file */
function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
/** @param {string} file @param {unknown} value */
function write(file, value) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
