import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { services } from '@tessera/contracts';
import { ConfigurationError, natsServerConfig, type Environment } from '@tessera/platform';
import { readConfig as devices } from '../services/devices/src/config.js';
import { readConfig as gateway } from '../gateway/src/config.js';
import { S3Blobs } from '../gateway/src/uploads/s3-blobs.js';
import { readConfig as identity } from '../services/identity/src/config.js';
import { readConfig as licensing } from '../services/licensing/src/config.js';
import { readConfig as notifications } from '../services/notifications/src/config.js';
import { readConfig as support } from '../services/support/src/config.js';
import { composeFile, readCompose, variablesOfCompose, type Container } from './compose.mjs';
import { projectOf } from './start/settings.mjs';
import { run } from './world/run.mjs';

const root = dirname(composeFile);
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const readers = { identity, licensing, support, devices, notifications, gateway };
const own = Object.entries(readers);

describe('docker-compose.yml', () => {
  let variables: Record<string, string>;
  let containers: Record<string, Container>;
  let volumes: string[];
  beforeAll(async () => {
    const made = await run(process.execPath, [join(root, 'tools/compose-env.mjs'), '--print'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    expect(made.code).toBe(0);
    variables = parseEnv(made.output) as Record<string, string>;
    const compose = readCompose(variables);
    containers = compose.services;
    volumes = Object.keys(compose.volumes);
  }, 300_000);

  /** Variables of the image, and over them those of the container. */
  const environmentOf = (name: string): Record<string, string> => ({
    ...Object.fromEntries(
      [...(/^ENV (.*)$/m.exec(lastStage()) ?? [])[1]!.matchAll(/(\w+)=(\S+)/g)].map(([, k, v]) => [k, v]),
    ),
    ...containers[name]!.environment,
  });
  const lastStage = () =>
    read('Dockerfile')
      .split(/^FROM /m)
      .at(-1)!;

  it('finds each of its variables in what compose-env makes', () => {
    const optional = ['LOG_LEVEL', 'TRUSTED_PROXIES'];
    const missing = variablesOfCompose().filter(({ name }) => !variables[name] && !optional.includes(name));
    expect(missing).toEqual([]);
  });

  it('uses each secret that compose-env makes, but the root key, which no container may have', () => {
    const used = new Set(variablesOfCompose().map(({ name }) => name));
    expect(Object.keys(variables).filter((name) => !used.has(name))).toEqual(['ROOT_KEY']);
    expect(JSON.stringify(containers)).not.toContain(variables.ROOT_KEY!.split('\n')[1]);
  });

  it.each(own)('gives %s an environment that it starts with', (name, readConfig) => {
    expect(() => readConfig(environmentOf(name))).not.toThrow();
  });

  it.each(own)('sets nothing for %s that it does not read', (name, readConfig) => {
    const asked = new Set<string>(['NODE_ENV', 'TMPDIR']);
    const watching = new Proxy<Environment>(environmentOf(name), {
      get: (target, key) => (asked.add(String(key)), target[String(key)]),
    });
    readConfig(watching);
    expect(Object.keys(environmentOf(name)).filter((variable) => !asked.has(variable))).toEqual([]);
  });

  it('asks for health where the services answer', () => {
    for (const [name] of own) {
      const config = readers[name as keyof typeof readers](environmentOf(name));
      expect([config.HEALTH_HOST, config.HEALTH_PORT]).toEqual(['0.0.0.0', 9090]);
    }
    expect(read('docker-compose.yml')).toContain("fetch('http://127.0.0.1:9090/readyz')");
    expect(read('infra/observability/prometheus.yml')).toContain('port: 9090');
  });

  it('gives each service its own keys, and none those of another', () => {
    const secrets = own.flatMap(([name]) =>
      ['NATS_NKEY_SEED', 'DATABASE_URL', 'DATA_KEY'].map((v) => environmentOf(name)[v]).filter(Boolean),
    );
    expect(new Set(secrets).size).toBe(secrets.length);
    const users = JSON.parse(variables.NATS_USERS!) as Record<string, string>;
    expect(Object.keys(users).sort()).toEqual([...services, 'gateway', 'admin'].sort());
    for (const service of services)
      expect(environmentOf(service).DATABASE_URL).toMatch(new RegExp(`//${service}:.*/${service}$`));
  });

  it('builds every service of the product, and starts it after its database and its streams', () => {
    const built = Object.entries(containers).filter(([name]) => name in readers);
    expect(built.map(([name]) => name).sort()).toEqual([...services, 'gateway'].sort());
    for (const [name, { build, depends_on }] of built) {
      expect(build?.args.SERVICE).toBe(name);
      expect(depends_on).toEqual({
        postgres: { condition: 'service_healthy' },
        'bus-migrate': { condition: 'service_completed_successfully' },
      });
    }
  });

  it('mounts files and volumes that exist', () => {
    const mounts = Object.values(containers).flatMap((c) => (c.volumes ?? []).map((v) => v.split(':')[0]!));
    const files = mounts.filter((m) => m.startsWith('./'));
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    expect(mounts.filter((m) => !m.startsWith('./')).filter((m) => !volumes.includes(m))).toEqual([]);
    expect(volumes.filter((v) => !mounts.includes(v))).toEqual([]);
  });

  it('pins every image to a full version', () => {
    const images = Object.values(containers).flatMap((c) => c.image ?? []);
    const bases = [...read('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image!);
    expect(images.length).toBeGreaterThan(5);
    for (const image of [...images, ...bases]) expect(image).toMatch(/:v?\d+\.\d+(\.\d+)?(-[\w-]+)?$/);
    expect(images).toContain('postgres:18.4');
  });

  it('runs a NATS with the fix of advisory 2026-18, which waits for the disk', () => {
    const [, minor, patch] = /^nats:2\.(\d+)\.(\d+)/.exec(containers.nats!.image!)!.map(Number);
    expect(minor! > 12 || (minor === 12 && patch! >= 7)).toBe(true);
    expect(containers['nats-config']!.command!.join(' ')).toContain('nats-config --sync-always');
    const config = natsServerConfig({
      host: '0.0.0.0',
      port: 4222,
      storeDir: '/data',
      users: {},
      syncAlways: true,
    });
    expect(/jetstream \{[^}]*sync_interval: always[^}]*\}/.test(config)).toBe(true);
  });

  it('points the gateway at the bucket that the object storage makes', () => {
    const url = new URL(environmentOf('gateway').BLOB_URL!);
    const locks = url.searchParams.get('locks')!;
    expect(containers.gateway!.volumes).toContain(`uploads:${dirname(locks)}`);
    const folder = mkdtempSync(join(tmpdir(), 'tessera-locks-'));
    url.searchParams.set('locks', folder); // it is made at once, and this machine has no such volume
    const { uploads } = new S3Blobs(url);
    rmSync(folder, { recursive: true });
    expect(uploads['bucket']).toBe('tessera');
    expect(containers.objects!.command).toContain('-bucket=tessera');
    const { endpoint, forcePathStyle, credentials } = uploads['client'].config;
    return Promise.all([endpoint!(), credentials()]).then(([at, keys]) => {
      expect([at.protocol, at.hostname, at.port, forcePathStyle]).toEqual(['http:', 'objects', 8333, true]);
      const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } =
        containers.objects!.environment!;
      expect(keys).toMatchObject({ accessKeyId, secretAccessKey });
    });
  });

  it('publishes the gateway to the world, and what has no sign-in to this machine alone', () => {
    const open = Object.entries(containers).flatMap(([name, c]) =>
      (c.ports ?? []).filter((p) => !p.startsWith('127.0.0.1:')).map((p) => [name, p]),
    );
    expect(open).toEqual([['gateway', '8080:8080']]);
  });
});

describe('tools/compose-env.mjs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-env-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const make = (file: string) => run(process.execPath, [join(root, 'tools/compose-env.mjs'), file]);

  it('writes a file that only its owner may read, with new secrets each time', async () => {
    const files = [join(folder, 'one'), join(folder, 'two')];
    for (const file of files) expect((await make(file)).code).toBe(0);
    expect(statSync(files[0]!).mode & 0o777).toBe(0o600);
    const [one, two] = files.map(
      (file) => parseEnv(readFileSync(file, 'utf8')) as Record<string, string>,
    ) as [Record<string, string>, Record<string, string>];
    const same = Object.keys(one).filter((name) => one[name] === two[name]);
    expect(same.sort()).toEqual([
      'BOOTSTRAP_ADMIN_EMAIL',
      'BRAND_ACCENT',
      'BRAND_LINKS',
      'BRAND_NAME',
      'BRAND_SUPPORT',
      'MAIL_FROM',
      'PUBLIC_URL',
      'SMTP_URL',
    ]);
  }, 120_000);

  it('overwrites none', async () => {
    const file = join(folder, 'kept');
    writeFileSync(file, 'KEY=old');
    const { code, output } = await make(file);
    expect(code).toBe(1);
    expect(output).toMatch(/is not overwritten/);
    expect(readFileSync(file, 'utf8')).toBe('KEY=old');
  });
});

describe('the files beside it', () => {
  it('copy the manifest of every workspace into the image before npm ci', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { link?: boolean; resolved?: string }>;
    };
    const workspaces = Object.values(lock.packages).flatMap((p) => (p.link ? [p.resolved!] : []));
    const copied = [...read('Dockerfile').matchAll(/^COPY (\S+)\/package\.json /gm)].map(
      ([, folder]) => folder!,
    );
    expect(copied.sort()).toEqual(workspaces.sort());
  });

  it('keep secrets out of images', () => {
    expect(read('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.env', '.tessera', '**/node_modules']),
    );
  });

  it.each(own)('explain every variable of %s, and none that it does not read', (name, readConfig) => {
    const asked = new Set<string>();
    const watching = new Proxy<Environment>({}, { get: (_, key) => void asked.add(String(key)) });
    try {
      readConfig(watching);
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigurationError); // after all of them have been asked for
    }
    const explained = [
      ...read(`${projectOf(name)}/.env.example`).matchAll(/^(?:# ?)?([A-Z][A-Z0-9_]+)=/gm),
    ].map(([, variable]) => variable!);
    // FAULT_… is for the fault tests alone.
    expect(explained.sort()).toEqual([...asked].filter((variable) => !variable.startsWith('FAULT_')).sort());
  });

  it('make a role and a database for every service', () => {
    const sql = read('infra/postgres/databases.sql');
    const init = read('infra/postgres/init.sh');
    for (const service of services) {
      expect(sql).toContain(`create role ${service} login password :'${service}';`);
      expect(sql).toContain(`create database ${service} owner ${service};`);
      expect(init).toContain(`-v ${service}="$PASSWORD_${service.toUpperCase()}"`);
    }
    expect(sql).toContain(`revoke all on database postgres, template1, ${services.join(', ')} from public;`);
  });
});
