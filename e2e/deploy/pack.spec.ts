import { existsSync, lstatSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { parseEnv } from 'node:util';
import { listProducts } from '@tessera/contracts';
import {
  Bus,
  BusConnection,
  ConfigurationError,
  contractHash,
  makeLogger,
  RequestContext,
} from '@tessera/platform';
import pg from 'pg';
import { readConfig } from '../../services/licensing/src/config.js';
import { root } from '../../tools/start/settings.mjs';
import { freePorts } from '../../tools/world/ports.mjs';
import { run } from '../../tools/world/run.mjs';
import { BareWorld } from './bare-world.js';
import { Collector, orphans } from './collector.js';

const MINUTE = 60_000;

describe('a packed service', () => {
  let world: BareWorld;
  let folder: string;
  const packed = (name: string) => join(folder, name);
  beforeAll(async () => {
    world = await BareWorld.start(); // and builds what has changed
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'tessera-pack-')));
    await Promise.all([pack('services/licensing'), pack('gateway')]);
  }, 5 * MINUTE);
  afterAll(async () => {
    await world?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  async function pack(app: string): Promise<void> {
    const { code, output } = await run(process.execPath, [
      join(root, 'tools/pack.mjs'),
      app,
      packed(app.split('/').at(-1)!),
    ]);
    if (code !== 0) throw new Error(output);
  }

  /** Starts a packed folder with these variables and no others, not even a PATH. */
  function start(
    name: string,
    env: Record<string, string>,
    ready: () => Promise<boolean> = () => Promise.resolve(false),
  ) {
    return world.launch({
      name,
      command: process.execPath,
      args: ['start.mjs'],
      cwd: packed(name),
      env,
      ready,
    });
  }

  async function asGateway() {
    const connection = await BusConnection.open({
      url: world.natsUrl,
      service: 'gateway',
      nkeySeed: world.seedOf('gateway'),
      logger: makeLogger('test', 'silent'),
    });
    return { connection, bus: new Bus(connection) };
  }

  /** As the operator, with the admin's key. */
  const operate = (...parameters: string[]) =>
    run(process.execPath, ['operate.mjs', ...parameters], {
      cwd: packed('licensing'),
      env: { NATS_URL: world.natsUrl, NATS_NKEY_SEED: world.seedOf('admin') },
    });

  const isOk = async (url: string) => (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;

  it('starts alone with environment variables only, answers, and ends with 0 on SIGTERM', async () => {
    const [port] = (await freePorts(1)) as [number];
    const env = { ...world.environmentOf('licensing'), HEALTH_PORT: String(port) };
    const service = await start('licensing', env, () => isOk(`http://127.0.0.1:${port}/readyz`));
    await service.ready();
    const { bus, connection } = await asGateway();
    const { items } = await bus.ask(listProducts, {}, new RequestContext({}));
    await connection.close();
    expect(items.length).toBeGreaterThan(0);
    await service.stop();
    expect(await service.exited).toBe('exit code 0');
    expect(service.log()).not.toMatch(/"level":(50|60)/);
  });

  it('is the gateway too: it serves the portal and the API’s document, and is not ready before the services are', async () => {
    const [port, health] = (await freePorts(2)) as [number, number];
    const blobs = join(folder, 'blobs');
    const env = {
      ...world.environmentOf('gateway'),
      HOST: '127.0.0.1',
      PORT: String(port),
      HEALTH_PORT: String(health),
      BLOB_URL: `file://${blobs}`,
      TMPDIR: folder,
    };
    const gateway = await start('gateway', env, () => isOk(`http://127.0.0.1:${port}/healthz`));
    await gateway.ready();
    const url = `http://127.0.0.1:${port}`;
    const document = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(document.paths)).toContain('/products');
    expect(await (await fetch(`${url}/sign-in`)).text()).toMatch(
      /<script type="module"[^>]* src="\/assets\//,
    );
    const refusal = await fetch(`${url}/api/v1/me`);
    expect([refusal.status, await refusal.json()]).toEqual([
      401,
      expect.objectContaining({ code: 'UNAUTHENTICATED' }),
    ]);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    await gateway.stop();
    expect(await gateway.exited).toBe('exit code 0');
  });

  it('says which build it is: on the bus, at its health port, in its figures, and in its spans', async () => {
    const collector = await Collector.start();
    const [port] = (await freePorts(1)) as [number];
    const env = { ...world.environmentOf('licensing'), HEALTH_PORT: String(port), CATALOGUE_SECONDS: '0' };
    const service = await start('licensing', { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }, () =>
      isOk(`http://127.0.0.1:${port}/readyz`),
    );
    await service.ready();
    const { version } = read(join(root, 'services/licensing/package.json'));
    const { tessera } = read(join(packed('licensing'), 'services/licensing/package.json'));
    expect(tessera).toEqual({
      commit: expect.stringMatching(/^[0-9a-f]{12}(-dirty)?$|^unknown$/),
      build: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    const { build } = (await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()) as { build: object };
    expect(build).toEqual({ name: 'licensing', version, ...tessera, contracts: contractHash('licensing') });
    const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(figures).toMatch(new RegExp(`^tessera_build_info\\{.*commit="${tessera!.commit}".*\\} 1$`, 'm'));
    const bus = await world.connect('admin');
    expect((await bus.request('$SRV.INFO.licensing')).json()).toMatchObject({
      version,
      metadata: { ...tessera, 'contract-hash': contractHash('licensing') },
    });
    const fleet = await operate('fleet');
    expect(fleet.output).toContain(tessera!.build);
    const gateway = await asGateway();
    for (let n = 0; n < 5; n++) await gateway.bus.ask(listProducts, {}, new RequestContext({}));
    await gateway.connection.close();
    await service.stop();
    await collector.stop();
    const spans = collector.spans();
    expect(collector.resources()).toEqual([
      expect.objectContaining({ 'service.version': version, 'vcs.ref.head.revision': tessera!.commit }),
    ]);
    // TypeORM's connections are traced in the one program as they are in the sources.
    const answers = spans.filter(({ name }) => name === `answer ${listProducts.subject}`);
    expect(answers).toHaveLength(5);
    const statements = spans.filter((s) => s.attributes['db.system'] === 'postgresql');
    expect(statements.some((s) => answers.some(({ spanId }) => spanId === s.parentSpanId))).toBe(true);
    expect(orphans(spans)).toEqual([]);
  });

  it('begins a trace with a span that has no parent, unless its caller has one', async () => {
    const collector = await Collector.start();
    const [port, health] = (await freePorts(2)) as [number, number];
    const blobs = join(folder, 'traced-blobs');
    const env = {
      HOST: '127.0.0.1',
      PORT: String(port),
      HEALTH_PORT: String(health),
      BLOB_URL: `file://${blobs}`,
    };
    const gateway = await start(
      'gateway',
      {
        ...world.environmentOf('gateway'),
        ...env,
        TMPDIR: folder,
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      },
      () => isOk(`http://127.0.0.1:${port}/healthz`),
    );
    await gateway.ready();
    const caller = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
    await fetch(`http://127.0.0.1:${port}/api/v1/me`, { headers: caller });
    const refused = await fetch(`http://127.0.0.1:${port}/api/v1/me`);
    const { traceId } = (await refused.json()) as { traceId: string };
    await gateway.stop();
    await collector.stop();
    const spans = collector.spans();
    expect(orphans(spans).map((s) => s.parentSpanId)).toEqual(['b7ad6b7169203331']);
    expect(spans.filter((s) => s.traceId === traceId)).toEqual([
      expect.objectContaining({ name: 'GET /api/v1/me', parentSpanId: undefined }),
    ]);
  });

  it('refuses an empty environment with everything that is missing, at once', async () => {
    const service = await start('licensing', {});
    expect(await service.exited).toBe('exit code 1');
    const missing = faultsOf(() => readConfig({}));
    expect(missing.length).toBeGreaterThan(4);
    for (const fault of missing) expect(service.log()).toContain(fault);
    expect(service.log()).not.toMatch(/^ +at /m);
  });

  it('migrates as a job of its own, with the database’s address alone, once', async () => {
    const job = () =>
      run(process.execPath, ['migrate.mjs'], {
        cwd: packed('licensing'),
        env: { DATABASE_URL: world.databaseUrl('licensing') },
      });
    // The service, which was one program, has recorded what it did under the same names.
    expect(JSON.parse((await job()).output)).toEqual({ migrated: [] });
    await emptyDatabase(world.databaseUrl('licensing'));
    const [first, second] = [await job(), await job()];
    expect([first.code, second.code]).toEqual([0, 0]);
    const names = (JSON.parse(first.output) as { migrated: string[] }).migrated;
    expect(names.length).toBeGreaterThan(1);
    expect(names[0]).toMatch(/^PlatformTables/);
    expect(JSON.parse(second.output)).toEqual({ migrated: [] });
  });

  it('brings the tool that prepares the bus', async () => {
    const { code, output } = await operate('bus-migrate');
    expect(code).toBe(0);
    expect((JSON.parse(output) as { streams: string[] }).streams).toContain('EVT_LICENSING');
    const config = await run(process.execPath, ['operate.mjs', 'nats-config', '--sync-always'], {
      cwd: packed('licensing'),
      env: { NATS_USERS: world.variables.NATS_USERS! },
    });
    expect(config.output).toMatch(/jetstream \{[^}]*sync_interval: always\n\}/);
  });

  it('makes each key that a service needs, so that it starts with them', async () => {
    const make = async (env: Record<string, string>, ...what: string[]) => {
      const made = await run(process.execPath, ['operate.mjs', 'keys', ...what], {
        cwd: packed('licensing'),
        env,
      });
      expect(made.code).toBe(0);
      return made.output.trim();
    };
    const root = parseEnv(await make({}, 'root-key')) as Record<string, string>;
    const product = parseEnv(await make(root, 'product-key')) as Record<string, string>;
    const nkey = await make({}, 'nkey');
    const environment = {
      DATABASE_URL: world.databaseUrl('licensing'),
      ROOT_PUBLIC_KEY: root.ROOT_PUBLIC_KEY!,
      ...product,
      ...(parseEnv(nkey) as Record<string, string>),
      DATA_KEY: await make({}, 'data-key', 'k2'),
      CODE_LOOKUP_KEY: await make({}, 'secret'),
    };
    expect(environment.DATA_KEY).toMatch(/^k2:/);
    expect(nkey).toMatch(/^NATS_NKEY_SEED='SU[A-Z2-7]{56}'\n# for NATS_USERS: U[A-Z2-7]{55}$/);
    expect(() => readConfig(environment)).not.toThrow();
    // The same key, certified for longer.
    const renewed = parseEnv(await make({ ...root, ...product }, 'product-key', '--years', '20'));
    expect(renewed.SIGNING_KEY).toBe(product.SIGNING_KEY);
    expect(renewed.SIGNING_CERTIFICATE).not.toBe(product.SIGNING_CERTIFICATE);
    expect(() => readConfig({ ...environment, ...renewed })).not.toThrow();
  });

  it.each([
    ['licensing', ['contracts', 'platform', 'sdk/license', 'services/licensing']],
    ['gateway', ['contracts', 'gateway', 'platform', 'portal']],
  ])('holds compiled code and production dependencies of %s, and nothing else', (name, expected) => {
    const files = ownFiles(packed(name));
    const page = /^portal\/dist\/([\w-]+\.(html|svg)|assets\/[\w.-]+-[\w-]{8}\.(js|css)(\.(br|gz))?)$/;
    const others = files.filter((file) => !file.startsWith('portal/dist/') || !page.test(file));
    expect(
      others.filter((file) => !/\.(js|mjs|json)$/.test(file) && !['LICENSE', '.env.example'].includes(file)),
    ).toEqual([]);
    expect(others.filter((file) => file.startsWith('portal/'))).toEqual(
      name === 'gateway' ? ['portal/package.json'] : [],
    );
    expect(
      files.filter((file) => /(^|\/)(src|test|testing)\/.*\.ts$|\.spec\.|(^|\/)testing\//.test(file)),
    ).toEqual([]);
    const parts = new Set(
      files.map((file) => /^((services|sdk)\/[^/]+|[^/]+)\//.exec(file)?.[1]).filter(Boolean),
    );
    expect([...parts].sort()).toEqual(expected);
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(
      Object.keys(devDependencies).filter((d) => existsSync(join(packed(name), 'node_modules', d))),
    ).toEqual([]);
  });

  it('points nowhere outside of itself', () => {
    const links = readdirSync(join(packed('licensing'), 'node_modules/@tessera')).map((link) =>
      join(packed('licensing'), 'node_modules/@tessera', link),
    );
    expect(links.length).toBe(4);
    for (const link of links) expect(realpathSync(link).startsWith(packed('licensing') + sep)).toBe(true);
  });

  it('replaces what was packed before, and no other folder', async () => {
    const other = await run(process.execPath, [
      join(root, 'tools/pack.mjs'),
      'services/support',
      packed('licensing'),
    ]);
    expect(other.code).toBe(1);
    expect(other.output).toMatch(/holds something else/);
    expect(existsSync(join(packed('licensing'), 'start.mjs'))).toBe(true);
  });
});

/** Relative paths of everything but dependencies. */
function ownFiles(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => !file.split(sep).includes('node_modules') && lstatSync(join(folder, file)).isFile())
    .map((file) => relative('.', file).split(sep).join('/'));
}

interface Manifest {
  version: string;
  tessera?: { commit: string; build: string };
}
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Manifest;

function faultsOf(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
}

async function emptyDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('drop schema public cascade; create schema public');
  await client.end();
}
