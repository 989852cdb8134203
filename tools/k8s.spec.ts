import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseEnv } from 'node:util';
import { services } from '@tessera/contracts';
import { natsServerConfig, type Environment } from '@tessera/platform';
import { parse, parseAllDocuments } from 'yaml';
import { secretsOf } from '../infra/k8s/secrets.mjs';
import { readConfig as devices } from '../services/devices/src/config.js';
import { readConfig as gateway } from '../gateway/src/config.js';
import { makeProductKey, makeRootKey } from '../services/licensing/src/signing/make-keys.js';
import { S3Blobs } from '../gateway/src/uploads/s3-blobs.js';
import { readConfig as identity } from '../services/identity/src/config.js';
import { readConfig as licensing } from '../services/licensing/src/config.js';
import { readConfig as notifications } from '../services/notifications/src/config.js';
import { readConfig as support } from '../services/support/src/config.js';
import { variablesOfCompose } from './compose.mjs';
import { root } from './start/settings.mjs';

/* eslint-disable @typescript-eslint/no-explicit-any -- manifests have the shapes of Kubernetes, not ours */
type Manifest = { kind: string; metadata: { name: string }; spec?: any; file: string };

const folders = ['infra/k8s', 'infra/nats'];
const files = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((f) => join(folder, String(f))),
  )
  .filter((file) => file.endsWith('.yaml'));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const manifests: Manifest[] = files.flatMap((file) =>
  parseAllDocuments(read(file)).flatMap((document) => {
    if (document.errors.length) throw new Error(`${file}: ${document.errors[0]!.message}`);
    return document.contents ? [{ ...(document.toJS() as object), file } as Manifest] : [];
  }),
);
const kustomizations = files.filter((f) => f.endsWith('kustomization.yaml'));
const of = (kind: string) => manifests.filter((m) => m.kind === kind && !m.file.endsWith('shape.yaml'));
const one = (kind: string, name: string) => of(kind).find((m) => m.metadata.name === name)!;
const shape = parse(read('infra/k8s/base/shape.yaml')).spec;

const readers = { identity, licensing, support, devices, notifications, gateway };
/** As clients are told of the cluster: by the names that the pods of a stateful set have. */
const everyServer = [0, 1, 2].map((n) => `nats://nats-${n}.nats-peers:4222`).join(',');
const own = Object.entries(readers);
const names = Object.keys(readers).sort();

/** A pod's containers, with what is said for all deployments beneath. */
const podOf = (m: Manifest) => m.spec.template.spec;
const workloads = [...of('Deployment'), ...of('Job'), ...of('StatefulSet')];

/** What compose-env makes, without the build that it needs (tools/compose.spec.ts has it make them). */
function madeByHand(): Record<string, string | undefined> {
  const root = makeRootKey();
  const years = (n: number) => new Date(Date.now() + n * 365 * 24 * 3_600_000);
  const product = makeProductKey(root, { productIds: '*', notBefore: years(-1), notAfter: years(20) });
  const key = (name: string) => Buffer.from(name.padEnd(32, '-').slice(0, 32)).toString('base64');
  const each = (prefix: string, make: (name: string) => string) =>
    Object.fromEntries(
      [...services, 'gateway', 'admin'].map((name) => [`${prefix}_${name.toUpperCase()}`, make(name)]),
    );
  return {
    ...each('PASSWORD', (name) => `of-${name}_1`),
    ...each('NATS_NKEY_SEED', (name) => `SU${name}`),
    ...each('DATA_KEY', (name) => `k1:${key(name)}`),
    NATS_USERS: JSON.stringify(
      Object.fromEntries([...services, 'gateway', 'admin'].map((n) => [n, `U${n.toUpperCase()}`])),
    ),
    PASSWORD_PEPPER: key('pepper'),
    CODE_LOOKUP_KEY: key('codes'),
    SIGNING_KEY: product.privateKeyPem,
    SIGNING_CERTIFICATE: product.certificateText,
    ROOT_PUBLIC_KEY: root.publicKeyPem,
    SMTP_URL: 'smtp://mail:1025',
    S3_ACCESS_KEY: 'access',
    S3_SECRET_KEY: 'secret',
  };
}

describe('infra/k8s', () => {
  const asked = new Set<string>();
  const variables = new Proxy(madeByHand(), {
    get: (target, key) => (asked.add(String(key)), target[String(key)]),
  });
  /** Secrets and ConfigMaps by name, then by key. */
  const example = parse(read('infra/k8s/overlays/example/3-run/kustomization.yaml'));
  const given: Record<string, Record<string, string>> = Object.fromEntries([
    ...secretsOf(variables).map((s) => [s.metadata.name, s.stringData ?? s.data]),
    ...example.configMapGenerator.map((c: { name: string; literals: string[] }) => [
      c.name,
      Object.fromEntries(c.literals.map((l) => [l.slice(0, l.indexOf('=')), l.slice(l.indexOf('=') + 1)])),
    ]),
  ]);

  it('takes its secrets from what compose-env makes, as docker-compose.yml does', () => {
    const compose = variablesOfCompose().map(({ name }) => name);
    // The admin's seed and SMTP_URL are among them; the root key, which no container may have, is not.
    expect([...asked].filter((name) => !compose.includes(name))).toEqual([]);
  });

  /** As the kubelet does: what a value refers to as `$(NAME)` must stand before it. */
  const environmentOf = (pod: any): Record<string, string> => {
    const environment: Record<string, string> = {};
    for (const { name, value, valueFrom } of pod.containers[0].env) {
      const from = valueFrom?.secretKeyRef ?? valueFrom?.configMapKeyRef;
      const text = from ? given[from.name]?.[from.key] : valueFrom ? 'of the pod' : value;
      if (text === undefined)
        throw new Error(`${name} is in no secret or ConfigMap: ${JSON.stringify(from)}`);
      environment[name] = String(text).replace(/\$\((\w+)\)/g, (_, other: string) => {
        if (environment[other] === undefined) throw new Error(`${name} refers to ${other}`);
        return environment[other];
      });
    }
    return environment;
  };
  const image = { NODE_ENV: 'production', HEALTH_HOST: '0.0.0.0', HEALTH_PORT: '9090' };
  const environmentOfService = (name: string) => ({
    ...image,
    ...environmentOf(podOf(one('Deployment', name))),
  });

  it('names the image’s own variables as the Dockerfile does', () => {
    for (const [name, value] of Object.entries(image))
      expect(read('Dockerfile')).toContain(`${name}=${value}`);
  });

  it.each(own)('gives %s an environment that it starts with', (name, readConfig) => {
    expect(() => readConfig(environmentOfService(name))).not.toThrow();
  });

  it.each(own)('sets nothing for %s that it does not read', (name, readConfig) => {
    const asked = new Set<string>(['NODE_ENV', 'TMPDIR']);
    const watching = new Proxy<Environment>(environmentOfService(name), {
      get: (target, key) => (asked.add(String(key)), target[String(key)]),
    });
    readConfig(watching);
    // What other values are put together from.
    const raw = JSON.stringify(podOf(one('Deployment', name)).containers[0].env);
    const parts = [...raw.matchAll(/\$\((\w+)\)/g)].map(([, part]) => part!);
    const set = Object.keys(environmentOfService(name)).filter((variable) => !parts.includes(variable));
    expect(set.filter((variable) => !asked.has(variable))).toEqual([]);
  });

  it('gives each its own keys and its own database', () => {
    const all = names.map((name) => environmentOfService(name) as Record<string, string>);
    const secrets = all.flatMap((e) => [e.NATS_NKEY_SEED, e.DATABASE_URL, e.DATA_KEY].filter(Boolean));
    expect(new Set(secrets).size).toBe(secrets.length);
    for (const service of services)
      expect(environmentOfService(service)).toMatchObject({
        DATABASE_URL: expect.stringMatching(new RegExp(`//${service}:[\\w-]+@postgres-rw:5432/${service}$`)),
        MIGRATE_ON_START: 'false',
      });
  });

  it('points the gateway at the object storage, with the locks that all gateways share', async () => {
    const url = new URL((environmentOfService('gateway') as Record<string, string>).BLOB_URL!);
    const [mount] = podOf(one('Deployment', 'gateway')).containers[0].volumeMounts;
    expect(url.searchParams.get('locks')).toBe(mount.mountPath);
    expect(one('PersistentVolumeClaim', 'upload-locks').spec.accessModes).toEqual(['ReadWriteMany']);
    const locks = mkdtempSync(join(tmpdir(), 'tessera-locks-'));
    url.searchParams.set('locks', locks);
    const { uploads } = new S3Blobs(url);
    const at = await uploads['client'].config.endpoint!();
    expect([uploads['bucket'], at.protocol, at.hostname]).toEqual([
      'tessera',
      'https:',
      'objects.vendor.example',
    ]);
    rmSync(locks, { recursive: true });
  });

  it('migrates every service’s database, and the bus with three copies, before', () => {
    for (const service of services) {
      const job = podOf(one('Job', `migrate-${service}`));
      expect(job.containers[0].command).toEqual(['node', 'migrate.mjs']);
      const ofService = environmentOfService(service) as Record<string, string>;
      expect(environmentOf(job).DATABASE_URL).toBe(ofService.DATABASE_URL);
    }
    const bus = podOf(one('Job', 'bus-migrate'));
    expect(bus.containers[0].command).toEqual(['node', 'operate.mjs', 'bus-migrate']);
    expect(environmentOf(bus)).toEqual({
      NATS_URL: everyServer,
      NATS_NKEY_SEED: variables.NATS_NKEY_SEED_ADMIN,
      STREAM_REPLICAS: '3',
    });
  });

  it('gives every program all servers of the bus, so that none depends on one of them', () => {
    expect(everyServer.split(',')).toHaveLength(one('StatefulSet', 'nats').spec.replicas);
    for (const name of names)
      expect([name, (environmentOfService(name) as Record<string, string>).NATS_URL]).toEqual([
        name,
        everyServer,
      ]);
    const { spec } = one('Service', one('StatefulSet', 'nats').spec.serviceName);
    expect(spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
    expect(spec.ports).toContainEqual({ name: 'client', port: 4222 });
  });

  it('tells each NATS server its name, the others and the users', () => {
    const set = one('StatefulSet', 'nats');
    const { containers } = podOf(set);
    const told = { ...given['nats-users'], ...environmentOf(podOf(set)) };
    expect(containers[0].envFrom).toEqual([{ configMapRef: { name: 'nats-users' } }]);
    const asked = [...read('infra/nats/nats.conf').matchAll(/(?<!")\$([A-Z][A-Z0-9_]+)/g)].map(
      ([, name]) => name!,
    );
    expect([...new Set(asked)].sort()).toEqual(Object.keys(told).sort());
    for (const n of [0, 1, 2])
      expect((told as Record<string, string>)[`ROUTE_${n}`]).toMatch(
        new RegExp(`^nats-route://tessera:[0-9a-f]{64}@nats-${n}\\.${set.spec.serviceName}:6222$`),
      );
    expect(set.spec.replicas).toBe(3);
  });
});

describe('the manifests', () => {
  it('are all there: a deployment, an account, a budget and a scale for each', () => {
    for (const kind of ['Deployment', 'ServiceAccount', 'PodDisruptionBudget', 'HorizontalPodAutoscaler'])
      expect(
        of(kind)
          .map((m) => m.metadata.name)
          .filter((name) => name !== 'nats')
          .sort(),
      ).toEqual(names);
    expect(names).toEqual([...services, 'gateway'].sort());
    for (const { metadata, spec } of of('Deployment')) {
      expect(spec.selector.matchLabels).toEqual({ 'app.kubernetes.io/name': metadata.name });
      expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
      expect(one('PodDisruptionBudget', metadata.name).spec.selector).toEqual(spec.selector);
      expect(one('HorizontalPodAutoscaler', metadata.name).spec.scaleTargetRef.name).toBe(metadata.name);
      expect(spec.replicas).toBeUndefined(); // the scale decides
    }
  });

  it('are each named by a kustomization, whose paths exist', () => {
    const reached = new Set<string>();
    for (const file of kustomizations) {
      const k = parse(read(file));
      const folder = join(root, file, '..');
      const paths = [
        ...(k.resources ?? []),
        ...(k.components ?? []),
        ...(k.patches ?? []).map((p: any) => p.path),
      ];
      for (const path of paths) {
        const at = join(folder, path);
        reached.add(relative(root, statSync(at).isDirectory() ? join(at, 'kustomization.yaml') : at));
      }
    }
    const ends = kustomizations.filter((f) => /example\/\d-\w+\//.test(f));
    expect(files.filter((f) => !reached.has(f) && !ends.includes(f))).toEqual([]);
    expect(ends).toHaveLength(3);
  });

  it('pin every image to a full version, one for the jobs and the services', () => {
    const { images } = parse(read('infra/k8s/overlays/example/images/kustomization.yaml'));
    expect(images.map((i: any) => i.name).sort()).toEqual(names.map((n) => `tessera-${n}`).sort());
    const used = [
      ...workloads.map((w) => podOf(w).containers[0].image as string),
      ...images.map((i: any) => `${i.newName}:${i.newTag}`),
      one('Cluster', 'postgres').spec.imageName as string,
    ];
    for (const image of used) expect(image).toMatch(/:\d+\.\d+(\.\d+)?(-[\w-]+)?$/);
    const compose = read('docker-compose.yml');
    expect(compose).toContain(`image: ${podOf(one('StatefulSet', 'nats')).containers[0].image}\n`);
    expect(used.at(-1)).toContain(`:${/image: postgres:(\S+)/.exec(compose)![1]}-`);
  });

  it('run without rights: no root, no token, no capability, a file system that is only read', () => {
    for (const workload of workloads) {
      const beneath = workload.kind === 'Deployment' ? shape.template.spec : podOf(workload);
      expect(beneath).toMatchObject({
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
      });
      expect(beneath.containers[0].securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(beneath.containers[0].resources).toMatchObject({
        requests: { cpu: expect.anything() },
        limits: { memory: expect.anything() },
      });
      expect(podOf(workload).containers[0].name).toBe(beneath.containers[0].name);
    }
  });

  it('are probed where the services answer, and have the time to stop', () => {
    const [app] = shape.template.spec.containers;
    expect(app.ports).toEqual([{ name: 'health', containerPort: 9090 }]);
    expect(app.livenessProbe.httpGet).toEqual({ path: '/healthz', port: 'health' });
    expect(app.startupProbe.httpGet).toEqual({ path: '/healthz', port: 'health' });
    expect(app.readinessProbe.httpGet).toEqual({ path: '/readyz', port: 'health' });
    const pause = Number(podOf(one('Deployment', 'gateway')).containers[0].lifecycle.preStop.exec.command[1]);
    expect(shape.template.spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(25 + pause + 5);
    expect(shape.strategy.rollingUpdate).toEqual({ maxUnavailable: 0, maxSurge: 1 });
  });

  it('let pods speak only to what they use', () => {
    const nothing = one('NetworkPolicy', 'nothing').spec;
    expect(nothing).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    for (const workload of workloads) {
      const { labels } = workload.spec.template.metadata;
      const env = JSON.stringify(podOf(workload).containers[0].env);
      const isNats = workload.metadata.name === 'nats';
      expect(labels['uses-nats'] === 'true').toBe(!isNats && env.includes('NATS_URL'));
      expect(labels['uses-postgres'] === 'true').toBe(env.includes('DATABASE_URL'));
      expect(labels['uses-objects'] === 'true').toBe(env.includes('BLOB_URL'));
      expect(labels['uses-smtp'] === 'true').toBe(env.includes('SMTP_URL'));
    }
    const from = (name: string) => JSON.stringify(one('NetworkPolicy', name).spec.ingress);
    expect(from('postgres')).not.toContain('uses-nats');
    expect(from('nats')).not.toContain('namespaceSelector');
  });

  it('never open more connections than Postgres takes', () => {
    const most = services.map((service) => {
      const { env } = podOf(one('Deployment', service)).containers[0];
      const pool = Number(env.find((e: any) => e.name === 'DATABASE_POOL').value);
      // One more while it is rolled out; beside the pool, the relay's session and that of a lock.
      return (one('HorizontalPodAutoscaler', service).spec.maxReplicas + 1) * (pool + 2);
    });
    const total = most.reduce((a, b) => a + b, 0);
    expect(Number(one('Cluster', 'postgres').spec.postgresql.parameters.max_connections)).toBeGreaterThan(
      total,
    );
  });

  it('make a role and a database for every service, closed to the others, committed on two machines', () => {
    const { bootstrap, managed, postgresql, instances } = one('Cluster', 'postgres').spec;
    const { database, owner, postInitSQL, postInitApplicationSQL } = bootstrap.initdb;
    expect([database, owner]).toEqual(['identity', 'identity']);
    for (const service of services.filter((s) => s !== 'identity'))
      expect(postInitSQL).toEqual(
        expect.arrayContaining([
          `create role ${service} login`,
          `create database ${service} owner ${service}`,
        ]),
      );
    const revoked = read('infra/postgres/databases.sql').match(/^revoke .*(?=;$)/m)![0];
    expect(postInitApplicationSQL).toEqual([revoked]);
    expect(Object.fromEntries(managed.roles.map((r: any) => [r.name, r.passwordSecret.name]))).toEqual(
      Object.fromEntries(services.map((service) => [service, `postgres-${service}`])),
    );
    expect(instances).toBe(3);
    expect(postgresql.synchronous).toEqual({ method: 'any', number: 1, dataDurability: 'required' });
  });
});

describe('infra/nats/nats.conf', () => {
  const e = parseEnv(read('infra/nats/cluster.env')) as Record<string, string>;
  const made = natsServerConfig({
    host: e.NATS_HOST!,
    port: Number(e.NATS_PORT),
    storeDir: e.NATS_STORE_DIR!,
    users: JSON.parse(e.NATS_USERS!) as Record<string, string>,
    maxFileStore: Number(e.NATS_MAX_FILE_STORE),
    syncAlways: true,
    httpPort: Number(e.NATS_HTTP_PORT),
    serverName: e.NATS_SERVER_NAME!,
    cluster: {
      port: Number(e.NATS_CLUSTER_PORT),
      password: e.NATS_CLUSTER_PASSWORD!,
      routes: e.NATS_CLUSTER_ROUTES!.split(','),
    },
  });

  it('is what the contracts say today (infra/nats/cluster.env says how to make it)', () => {
    expect(read('infra/nats/nats.conf').trim()).toBe(made.trim());
  });

  it('waits for the disk, and is a cluster that asks for a password', () => {
    expect(made).toMatch(/jetstream \{[^}]*sync_interval: always[^}]*\}/);
    expect(made).toContain('authorization { user: tessera, password: $CLUSTER_PASSWORD }');
    expect(made).toMatch(/server_name: \$SERVER_NAME/);
  });

  it('holds no key and no secret', () => {
    for (const [, key] of made.matchAll(/nkey: (\S+)/g)) expect(key).toMatch(/^\$NKEY_[A-Z]+$/);
  });

  it('keeps less than the volume holds', () => {
    const [claim] = one('StatefulSet', 'nats').spec.volumeClaimTemplates;
    const gib = Number(/^(\d+)Gi$/.exec(claim.spec.resources.requests.storage)![1]);
    expect(gib * 1024 ** 3).toBeGreaterThan(Number(e.NATS_MAX_FILE_STORE) * 1.25);
  });
});
