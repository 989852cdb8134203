import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';

/**
 * Makes `out/<name>`: compiled code, production dependencies and migrations of one service (or the gateway), which starts
 * alone with nothing but environment variables. Usage: node tools/pack.mjs services/licensing [folder]
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [app, wished] = process.argv.slice(2);
if (!app || !existsSync(join(root, app, 'package.json')))
  stop('Usage: node tools/pack.mjs services/<name>|gateway [folder]');

const manifest = read(join(root, app, 'package.json'));
const name = manifest.name.replace('@tessera/', '');
const target = resolve(wished ?? join(root, 'out', name));
const draft = `${target}.draft`;
const parts = partsOf(app);

requireBuilt();
requireOurs();
rmSync(draft, { recursive: true, force: true });
mkdirSync(draft, { recursive: true });
writeManifests();
for (const part of parts) copyPart(part);
writeEntries();
install();
writeInventory();
rmSync(target, { recursive: true, force: true });
renameSync(draft, target);
console.log(`${target}: start it with  node start.mjs`);

/** The app and, by the lock file's links, every workspace that it depends on, directly or not. @param {string} app */
function partsOf(app) {
  const { packages } = read(join(root, 'package-lock.json'));
  const found = new Set([app]);
  // A set goes on to what is added to it meanwhile.
  for (const part of found) {
    const { dependencies = {} } = read(join(root, part, 'package.json'));
    const links = Object.keys(dependencies).map((dependency) => packages[`node_modules/${dependency}`]);
    for (const entry of links) if (entry?.link) found.add(entry.resolved);
  }
  return [...found].sort();
}

function requireBuilt() {
  const missing = parts.find((part) => !existsSync(join(root, part, 'dist')));
  if (missing) stop(`${missing} is not built; run: npx nx run ${name}:pack`);
}

/** A folder that is replaced whole must be one that was packed before. */
function requireOurs() {
  if (!existsSync(target) || readdirSync(target).length === 0) return;
  const file = join(target, 'package.json');
  if (!existsSync(file) || read(file).name !== packedName())
    stop(`${target} holds something else; name another folder.`);
}

/** The lock file stays whole while npm installs: of it, npm takes what the parts need. */
function writeManifests() {
  const { license, type, engines, overrides } = read(join(root, 'package.json'));
  const { version } = manifest;
  const common = { name: packedName(), version, license, workspaces: parts };
  const start = { scripts: { start: 'node start.mjs' } };
  write(join(draft, 'package.json'), { ...common, private: true, type, engines, ...start, overrides });
  const lock = read(join(root, 'package-lock.json'));
  write(join(draft, 'package-lock.json'), {
    ...lock,
    name: common.name,
    version,
    packages: { ...lock.packages, '': { ...common, engines } },
  });
}

/** @param {string} part */
function copyPart(part) {
  mkdirSync(join(draft, part), { recursive: true });
  const own = read(join(root, part, 'package.json'));
  write(join(draft, part, 'package.json'), part === app ? { ...own, tessera: buildOf() } : own);
  cpSync(join(root, part, 'dist'), join(draft, part, 'dist'), {
    recursive: true,
    filter: (file) => !['cjs', 'testing'].includes(basename(file)) && !/\.(map|md|ts)$/.test(file),
  });
}

/** Which build this is: platform/src/observability/build-info.ts reads it, and tells the fleet, the metrics and the traces. */
function buildOf() {
  const program = join(root, app, 'dist/bundle');
  const hash = createHash('sha256');
  for (const file of readdirSync(program).sort())
    if (file.endsWith('.js')) hash.update(`${file}\n`).update(readFileSync(join(program, file)));
  return { commit: commitOf(), build: hash.digest('hex').slice(0, 12) };
}

/** Where there is no checkout, as in an image's build, the environment says it. */
function commitOf() {
  const git = (/** @type {string[]} */ ...parameters) =>
    spawnSync('git', parameters, { cwd: root, encoding: 'utf8' });
  const head = git('rev-parse', 'HEAD');
  if (head.status !== 0) return process.env.BUILD_COMMIT || 'unknown';
  return head.stdout.trim().slice(0, 12) + (git('status', '--porcelain').stdout.trim() ? '-dirty' : '');
}

function writeEntries() {
  writeFileSync(join(draft, 'start.mjs'), `import './${app}/dist/bundle/main.js';\n`);
  if (app !== 'gateway')
    writeFileSync(join(draft, 'migrate.mjs'), migrateEntry(`./${app}/dist/src/service.js`));
  cpSync(join(root, 'tools/operate.mjs'), join(draft, 'operate.mjs'));
  cpSync(join(root, 'LICENSE'), join(draft, 'LICENSE'));
  cpSync(join(root, app, '.env.example'), join(draft, '.env.example'));
}

/** The job that migrates before instances with MIGRATE_ON_START=false are rolled out; it needs no key. @param {string} service */
function migrateEntry(service) {
  return `import { dataSourceOf, migrate, readEnvironment, serviceVariables } from '@tessera/platform';
import { service } from '${service}';

const { DATABASE_URL, DATABASE_DIRECT_URL, DATABASE_POOL } = serviceVariables;
try {
  const config = readEnvironment({ DATABASE_URL, DATABASE_DIRECT_URL, DATABASE_POOL }, process.env);
  const dataSource = await dataSourceOf(service, config).initialize();
  const migrated = await migrate(dataSource, config.DATABASE_DIRECT_URL ?? config.DATABASE_URL);
  await dataSource.destroy();
  console.log(JSON.stringify({ migrated }));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
`;
}

/** From npm's cache where it can, since the checkout was installed from the same lock file; no package's script runs. */
function install() {
  const flags = [
    '--omit=dev',
    '--prefer-offline',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = spawnSync('npm', ['ci', ...flags], { cwd: draft, stdio: ['ignore', 'inherit', 'inherit'] });
  if (npm.status !== 0) stop(`The dependencies of ${name} could not be installed (npm ci).`);
  // Some libraries bring types along, which nothing reads at run time.
  rmSync(join(draft, 'node_modules/@types'), { recursive: true, force: true });
}

/** What npm has installed is what the lock file then says, for audits and bills of materials. */
function writeInventory() {
  const file = join(draft, 'package-lock.json');
  const lock = read(file);
  const { packages } = read(join(draft, 'node_modules/.package-lock.json'));
  const there = Object.entries(packages).filter(([path]) => !path.startsWith('node_modules/@types/'));
  write(file, { ...lock, packages: { '': lock.packages[''], ...Object.fromEntries(there) } });
}

function packedName() {
  return `tessera-${name}`;
}
/** @param {string} file */
function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
/** @param {string} file @param {unknown} value */
function write(file, value) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
