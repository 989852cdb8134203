/** The published packages as a vendor gets them: packed from a clean clone, installed where nothing else is, used as their READMEs say. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { makeVendor, keyFileContent, certificateContent } from '../../sdk/license/test/factories.js';
import { serve, stopServing, type Script } from '../../sdk/license/test/server.js';
import { hashFingerprint } from '../../sdk/license/src/index.js';
import { FakePlatform } from '../../sdk/agent/test/fake-platform.js';
import { root } from '../../tools/start/settings.mjs';
import { run } from '../../tools/world/run.mjs';

const MINUTE = 60_000;
const PRODUCT = '01936b2e-7c00-7000-8000-00000000000a';

/** How a consumer may compile; the flags are the strictest there are. */
const STRICT = {
  target: 'es2022',
  lib: ['es2022'],
  strict: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  erasableSyntaxOnly: true,
  skipLibCheck: false,
  outDir: 'out',
  rootDir: '.',
};
const CONSUMERS: [string, { type: 'module' | 'commonjs'; options: object }][] = [
  ['ES modules, nodenext', { type: 'module', options: { module: 'nodenext', verbatimModuleSyntax: true } }],
  ['ES modules, bundler', { type: 'module', options: { module: 'esnext', moduleResolution: 'bundler' } }],
  ['CommonJS, nodenext', { type: 'commonjs', options: { module: 'nodenext' } }],
  [
    'CommonJS, node10',
    {
      type: 'commonjs',
      options: { module: 'commonjs', moduleResolution: 'node10', ignoreDeprecations: '6.0' },
    },
  ],
];

let folder: string;
let tarballs: string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-sdk-'));
  const clone = cleanClone();
  tarballs = [
    await pack(join(clone, 'sdk/license')),
    await pack(join(clone, 'sdk/agent')),
    // The agent's only dependency, as the registry would give it.
    await pack(join(root, 'node_modules/ws')),
  ];
}, 3 * MINUTE);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(stopServing);

/** The sources of both packages and what packing them needs; nothing that a build has left. */
function cleanClone(): string {
  const clone = join(folder, 'clone');
  mkdirSync(join(clone, 'tools'), { recursive: true });
  for (const part of ['sdk/license', 'sdk/agent'])
    cpSync(join(root, part), join(clone, part), {
      recursive: true,
      filter: (file) => !['dist', 'node_modules', 'LICENSE'].includes(basename(file)),
    });
  for (const file of ['.swcrc', 'LICENSE', 'package.json', 'tsconfig.base.json', 'tools/build-sdk.mjs'])
    cpSync(join(root, file), join(clone, file));
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules')); // npm ci
  return clone;
}

async function pack(source: string): Promise<string> {
  const args = ['pack', '--silent', '--pack-destination', folder];
  const { output } = await succeed('npm', args, source);
  return join(folder, output.trim().split('\n').at(-1)!);
}

async function succeed(command: string, args: string[], cwd: string, env: Record<string, string> = {}) {
  const done = await run(command, args, { cwd, env: { ...process.env, ...env } });
  if (done.code !== 0) throw new Error(`${command} ${args.join(' ')}\n${done.output}`);
  return done;
}

/** An empty project with the packages in it, and nothing from a registry. */
async function project(name: string, type: string): Promise<string> {
  const place = join(folder, name);
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type }));
  await succeed('npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs], place);
  return place;
}

async function compile(place: string, options: object, types: string[] = ['node']): Promise<void> {
  const typeRoots = [join(root, 'node_modules/@types')];
  const compilerOptions = { ...STRICT, ...options, types, typeRoots };
  const include = readdirSync(place).filter((file) => file.endsWith('.ts'));
  writeFileSync(join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: include }));
  await succeed(join(root, 'node_modules/.bin/tsc'), ['-p', '.'], place);
}

/** An example of a README. CommonJS knows no `await` outside of a function. */
function example(readme: string, name: string, type: string, changes: [string, string][]): string {
  const page = readFileSync(join(root, readme), 'utf8');
  let code = new RegExp(`<!-- example: ${name} -->\n+\`\`\`ts\n([^\`]*(?:\`(?!\`\`)[^\`]*)*)\`\`\``).exec(
    page,
  )?.[1];
  if (code === undefined) throw new Error(`${readme} has no example "${name}".`);
  for (const [from, to] of changes) {
    if (!code.includes(from)) throw new Error(`The example "${name}" does not say ${from}.`);
    code = code.replaceAll(from, to);
  }
  if (type === 'module') return code;
  const [, imports, rest] = /^((?:import [^;]*;.*\n)+)([^]*)$/.exec(code)!;
  return `${imports}void (async () => {\n${rest}})().catch((e: unknown) => { console.error(e); process.exit(1); });\n`;
}

describe('@tessera/license and @tessera/agent, packed', () => {
  it.each([0, 1])('hold compiled code, types and the license, and nothing else (%i)', async (at) => {
    const { output } = await succeed('tar', ['tzf', tarballs[at]!], folder);
    const files = output.trim().split('\n');
    const others = files.filter((file) => !/^package\/dist\/[\w/-]+(\.js|\.d\.ts)$/.test(file));
    const allowed = ['LICENSE', 'README.md', 'dist/cjs/package.json', 'package.json'];
    expect(others.filter((file) => !allowed.includes(file.replace('package/', '')))).toEqual([]);
    expect(others).toContain('package/LICENSE');
    expect(files.filter((file) => /spec|test\//.test(file))).toEqual([]);
  });

  it('point at nothing that is not there', async () => {
    const place = await project('entries', 'module');
    for (const name of ['license', 'agent']) {
      const inside = join(place, 'node_modules/@tessera', name);
      const { exports, main, types, engines } = JSON.parse(
        readFileSync(join(inside, 'package.json'), 'utf8'),
      ) as {
        exports: object;
        [field: string]: unknown;
      };
      const published = JSON.stringify(exports, (key, value: unknown) =>
        key === '@tessera/source' ? undefined : value,
      );
      for (const [, file] of [...published.matchAll(/"(\.\/dist[^"]+)"/g), ['', main], ['', types]])
        expect(readFileSync(join(inside, file as string), 'utf8')).not.toBe('');
      expect(engines).toEqual({ node: '>=20' });
    }
  });

  it('needs no types of Node to compile against the license SDK', async () => {
    const place = await project('bare', 'module');
    const code = `import { TesseraLicenseClient, verifyKeyFile, type Activation } from '@tessera/license';
import { checkCode } from '@tessera/license/activation-code';
export const client = new TesseraLicenseClient({ baseUrl: 'https://l.example', rootPublicKey: '' });
export const use = (a: Activation) => [client.check(a), verifyKeyFile('', { rootPublicKey: '', productId: 'p' }), checkCode('')];
`;
    writeFileSync(join(place, 'main.ts'), code);
    await compile(place, { module: 'nodenext' }, []);
  });

  it('leaves checkCode small and without Node for the browser', async () => {
    const place = await project('browser', 'module');
    writeFileSync(
      join(place, 'main.js'),
      `import { checkCode } from '@tessera/license/activation-code';\ncheckCode('x');\n`,
    );
    const bundler = join(root, 'node_modules/.bin/rolldown');
    await succeed(bundler, ['main.js', '--platform', 'browser', '--minify', '--file', 'out.js'], place);
    const bundle = readFileSync(join(place, 'out.js'), 'utf8');
    expect(bundle).not.toMatch(/\bimport\b|require\(|node:/);
    expect(bundle.length).toBeLessThan(5_000);
  });

  describe.each(CONSUMERS)('%s', (name, { type, options }) => {
    it(
      'runs the README of the license SDK',
      async () => {
        const vendor = makeVendor({ notBefore: '2020-01-01T00:00:00.000Z' });
        const place = await project(`license ${name}`, type);
        writeFileSync(join(place, 'root-public-key.pem'), vendor.rootPublicKey);
        writeFileSync(join(place, '3F9A01C2.key'), vendor.sign('KEY FILE', currentKeyFile()));
        writeFileSync(
          join(place, 'machine-id.ts'),
          `export const machineId = () => Promise.resolve('device-7');\n`,
        );
        const { baseUrl, seen } = await serve(conversation(vendor));
        writeFileSync(join(place, 'offline.ts'), example('sdk/license/README.md', 'offline', type, []));
        const changes: [string, string][] = [['https://licenses.vendor.example', baseUrl]];
        writeFileSync(join(place, 'online.ts'), example('sdk/license/README.md', 'online', type, changes));
        await compile(place, options);
        expect((await succeed(process.execPath, ['out/offline.js'], place)).output).toBe(
          'offline: Acme 100\n',
        );
        const { output } = await succeed(process.execPath, ['out/online.js'], place);
        expect(output).toBe('online: true 2098-01-01T00:00:00.000Z\n');
        expect(seen.map(({ method }) => method)).toEqual(['POST', 'POST', 'DELETE']);
        expect(readdirSync(place)).not.toContain('activation.json');
      },
      MINUTE,
    );

    it(
      'runs the README of the agent SDK',
      async () => {
        const platform = await FakePlatform.start();
        const place = await project(`agent ${name}`, type);
        const changes: [string, string][] = [
          ['https://portal.vendor.example', platform.url],
          ['/var/lib/shield/agent', join(place, 'state')],
        ];
        writeFileSync(join(place, 'main.ts'), example('sdk/agent/README.md', 'start', type, changes));
        await compile(place, options);
        let pid = 0;
        const ended = run(process.execPath, ['out/main.js'], {
          cwd: place,
          onSpawn: (started) => (pid = started),
        });
        try {
          const until = Date.now() + 15_000;
          while (platform.syncs.length === 0 && Date.now() < until)
            await new Promise((done) => setTimeout(done, 50));
          expect(platform.syncs).not.toEqual([]);
        } finally {
          process.kill(pid);
        }
        expect(await ended).toMatchObject({ code: 0 });
        await platform.stop();
      },
      MINUTE,
    );
  });
});

function currentKeyFile() {
  return keyFileContent({
    product: { id: PRODUCT, name: 'Endpoint Shield' },
    licensee: 'Acme',
    startsAt: '2020-01-01T00:00:00.000Z',
    issuedAt: '2020-06-01T00:00:00.000Z',
    expiresAt: '2035-01-01T00:00:00.000Z',
  });
}

/** Activation, check and end, as the service answers them. */
function conversation(vendor: ReturnType<typeof makeVendor>): Script[] {
  const license = { id: 'l-1', status: 'active', expiresAt: '2098-01-01T00:00:00.000Z' };
  const certificate = (nonce: string) =>
    vendor.sign(
      'ACTIVATION CERTIFICATE',
      certificateContent({
        license,
        nonce,
        product: { id: PRODUCT, name: 'Endpoint Shield' },
        fingerprintHash: hashFingerprint('device-7'),
        issuedAt: new Date().toISOString(),
        validUntil: new Date(Date.now() + 7 * 86_400_000).toISOString(),
      }),
    );
  const id = certificateContent().activationId;
  return [
    ({ body }) => ({
      status: 201,
      body: { id, token: 'secret', license, certificate: certificate(body.nonce!) },
    }),
    ({ body }) => ({
      status: 200,
      body: {
        valid: true,
        reasons: [],
        license,
        nextCheckAt: new Date().toISOString(),
        certificate: certificate(body.nonce!),
      },
    }),
    () => ({ status: 204 }),
  ];
}
