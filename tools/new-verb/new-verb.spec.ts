import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../start/settings.mjs';

/** Of a verb with a table of its own, an event, a mail, a notice and a page. */
const MAX_FILES = 14;
/** What no script can know, and CONTRIBUTING.md names. */
const byHand = ['the entity', 'its repository', 'the migration', 'a browser spec'];

let copy: string;
const run = (program: string, ...args: string[]): string =>
  execFileSync(process.execPath, [program, ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NX_DAEMON: 'false', NX_NO_CLOUD: 'true' },
  });

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'tessera-new-verb-'));
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of files.split('\n')) {
    // A deleted file is listed until it is committed.
    if (!file || !existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  linkModules();
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The same libraries; the workspaces are those of the copy. */
function linkModules(): void {
  const modules = join(copy, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@tessera' && name !== '.cache')
      symlinkSync(join(root, 'node_modules', name), join(modules, name));
  cpSync(join(root, 'node_modules/@tessera'), join(modules, '@tessera'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  const workspaces = ['contracts', 'platform', 'gateway', 'portal', 'tools', 'e2e'];
  for (const parent of ['services', 'sdk'])
    workspaces.push(...readdirSync(join(root, parent)).map((name) => `${parent}/${name}`));
  for (const folder of workspaces) {
    const own = join(root, folder, 'node_modules');
    if (existsSync(own)) symlinkSync(own, join(copy, folder, 'node_modules'));
  }
}

it('makes a verb that compiles, in few files', () => {
  const output = run(
    'tools/new-verb.mjs',
    ...['archiveLicense', 'POST /licenses/:id/archive', '--event', 'licenseArchived'],
    ...['--room', 'licenses', '--right', 'licenses.manage'],
  );
  const files = [...output.matchAll(/^(?:made|changed) +(\S+)$/gm)].map(([, file]) => file!);
  const texts = files.filter((file) => file.includes('/texts/'));
  expect(files.length - texts.length + byHand.length).toBeLessThanOrEqual(MAX_FILES);
  expect(new Set(texts.map((file) => dirname(file)))).toEqual(
    new Set(['services/notifications/src/texts', 'portal/src/areas/licenses/texts']),
  );

  run('node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'build', '-p', 'contracts,platform,gateway');
  run('tools/generate.mjs', '--built');
  run('tools/typecheck.mjs');
  const handlers = execFileSync(
    'grep',
    ['-c', 'ArchiveLicenseHandler', 'services/licensing/src/components.ts'],
    {
      cwd: copy,
      encoding: 'utf8',
    },
  );
  expect(Number(handlers)).toBe(2);
}, 240_000);

it('refuses names that are no verb and no event', () => {
  expect(() =>
    run('tools/new-verb.mjs', 'archive', 'POST /x', '--event', 'xDone', '--room', 'licenses'),
  ).toThrow(/archiveLicense/);
});
