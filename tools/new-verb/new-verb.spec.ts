import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryFiles } from '../repository-files.mjs';
import { root } from '../start/settings.mjs';

/** Of a verb with a column of its own, an event, a mail, a notice and a page, as CONTRIBUTING.md lists them. */
const FILES = 14;
/** What no script can know, and CONTRIBUTING.md names. */
const byHand = ['the entity', 'its repository', 'what leads to the page', 'a browser spec'];

let copy: string;
const run = async (program: string, ...args: string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], {
    cwd: copy,
    env: { PATH: process.env.PATH },
  }).catch((error: Error & { stdout: string; stderr: string }) =>
    Promise.reject(new Error(`${program}\n${error.stdout}${error.stderr}`)),
  );
  return stdout;
};
const newVerb = (...args: string[]) => run('tools/new-verb.mjs', ...args);
/** What `nx build` compiles of it, without what nx takes, and without the bundle. */
async function compile(project: string): Promise<void> {
  const { targets } = JSON.parse(read(`${project}/project.json`)) as {
    targets: { build: { options: { command?: string; commands?: string[] } } };
  };
  const { command, commands = [] } = targets.build.options;
  const PATH = [join(copy, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  await promisify(execFile)('/bin/sh', ['-c', command ?? commands[0]!], {
    cwd: join(copy, project),
    env: { PATH },
  });
}
const check = (project: string) => run('node_modules/typescript-7/bin/tsc', '-p', project, '--noEmit');
const read = (file: string) => readFileSync(join(copy, file), 'utf8');

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'tessera-new-verb-'));
  for (const file of repositoryFiles()) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  linkModules();
  // Only what a verb touches, since all of it would take most of the time of this test.
  const project = (extended: string, ...include: string[]) =>
    JSON.stringify({ extends: extended, include, exclude: ['**/dist', '**/node_modules'] });
  const touched = [
    'contracts/src',
    'gateway/src',
    'services/licensing',
    'services/support',
    'services/notifications',
  ];
  writeFileSync(join(copy, 'tsconfig.verb.json'), project('./tsconfig.base.json', ...touched));
  writeFileSync(
    join(copy, 'portal/tsconfig.verb.json'),
    project('./tsconfig.json', 'src/vite-env.d.ts', 'src/areas/licenses', 'src/areas/requests'),
  );
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

it('makes a verb that compiles and stands in the documents, in few files', async () => {
  const output = await newVerb(
    ...['archiveLicense', 'POST /licenses/:id/archive', '--event', 'licenseArchived'],
    ...['--room', 'licenses', '--right', 'licenses.manage'],
    ...['--column', 'license_entry.archived_at timestamptz'],
  );
  const files = [...output.matchAll(/^(?:made|changed) +(\S+)$/gm)].map(([, file]) => file!);
  const texts = files.filter((file) => file.includes('/texts/'));
  expect(files.length - texts.length + byHand.length).toBe(FILES);
  expect([...new Set(texts.map((file) => dirname(file)))].sort()).toEqual([
    'portal/src/areas/licenses/texts',
    'services/notifications/src/texts',
  ]);
  // Another service, another name of the area, no parameter in the path, every member of the company.
  await newVerb(
    'startReport',
    'POST /reports',
    '--event',
    'reportStarted',
    '--service',
    'support',
    '--room',
    'requests',
  );

  const types = check('tsconfig.verb.json');
  await Promise.all(['contracts', 'platform', 'gateway'].map(compile));
  await run('tools/generate.mjs', '--built');
  await Promise.all([types, check('portal/tsconfig.verb.json')]);
  const { paths } = JSON.parse(read('docs/api/openapi.json')) as { paths: object };
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/licenses/{id}/archive', '/reports']));
  expect(read('docs/api/openapi.json')).toContain('"license_archived"');
  expect(read('infra/nats/nats.conf')).toContain('evt.licensing.license.archived.v1');
  expect(read('services/licensing/migrations/index.ts')).toMatch(/ArchiveLicense\d{13},?\s*\];/);
  expect(read('services/licensing/src/components.ts').match(/ArchiveLicenseHandler/g)).toHaveLength(2);
  expect(read('services/notifications/src/components.ts').match(/OnLicenseArchived/g)).toHaveLength(2);
}, 120_000);

it.each([
  [
    'a name that is no verb',
    /archiveLicense/,
    ['archive', 'POST /x', '--event', 'xDone', '--room', 'licenses'],
  ],
  [
    'a file that is there',
    /is there already/,
    ['addLicense', 'POST /x', '--event', 'licenseAdded', '--room', 'licenses'],
  ],
  ['an option that there is not', /Usage:/, ['makeTea', 'POST /tea', '--sugar', 'two']],
  [
    'a room that no service has',
    /--service/,
    ['makeTea', 'POST /tea', '--event', 'teaMade', '--room', 'kitchen'],
  ],
])('refuses %s', async (_what, refusal, args) => {
  await expect(newVerb(...args)).rejects.toThrow(refusal);
});
