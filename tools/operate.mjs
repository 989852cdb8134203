import '@tessera/contracts';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import {
  busMigrate,
  fleetOf,
  makeNkey,
  natsServerConfig,
  openDatabase,
  reasonOf,
  replayOutbox,
} from '@tessera/platform';

const usage = `Usage: node operate.mjs COMMAND

  bus-migrate                      make or update streams and consumers
                                   (NATS_URL, NATS_NKEY_SEED of the admin, STREAM_REPLICAS; says what it waits for, and
                                   fails when the bus is not there after BUS_PATIENCE_SECONDS, 60)
  nats-config [--sync-always]      print nats-server's configuration with least permissions
                                   (NATS_USERS: JSON of service name to public nkey, or to a list of
                                   them while one is exchanged, with admin; NATS_HOST,
                                   NATS_PORT, NATS_STORE_DIR, NATS_MAX_FILE_STORE in bytes, NATS_HTTP_PORT on
                                   loopback; in a cluster NATS_SERVER_NAME, NATS_CLUSTER_PORT, NATS_CLUSTER_PASSWORD,
                                   NATS_CLUSTER_ROUTES with commas); a value that begins with $ is left to the
                                   server's own environment; --sync-always writes every event to the device before it is
                                   acknowledged, which nats-server can from 2.10
  fleet                            every instance that is on the bus: name, version, commit, build, contracts; --subjects
                                   also lists what each answers (NATS_URL, NATS_NKEY_SEED of the admin). Fails when the
                                   instances of a service answer different contracts
  keys nkey                        make a user of the bus: the seed for its NATS_NKEY_SEED, the public key for NATS_USERS
  keys data-key [ID]               make a DATA_KEY, ID:base64; k1 unless named
  keys secret                      make a CODE_LOOKUP_KEY or a PASSWORD_PEPPER
  keys root-key                    make ROOT_KEY and ROOT_PUBLIC_KEY, on a machine without a network (folder of licensing)
  keys product-key                 make SIGNING_KEY and SIGNING_CERTIFICATE by ROOT_KEY; --years, 10 unless told; with
                                   SIGNING_KEY in the environment, certify that key anew (folder of licensing)
  dead-letters                     list what could not be handled          (DATABASE_URL)
  dead-letters show ID             one of them, whole
  dead-letters replay ID|all       let a running instance handle it again
  outbox-replay --since TIME       publish events since TIME again, after a lost stream
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    since: { type: 'string' },
    'sync-always': { type: 'boolean' },
    subjects: { type: 'boolean' },
    years: { type: 'string', default: '10' },
    help: { type: 'boolean', short: 'h' },
  },
});
const [command, action, id] = positionals;

/** @param {string} text @returns {never} */
function stop(text) {
  console.error(text);
  process.exit(2);
}
/** @param {string} name */
const needed = (name) => process.env[name] || stop(`${name} is missing.`);
/** @param {unknown} value */
const print = (value) => console.log(JSON.stringify(value, null, 2));

/** @param {(db: { query: (sql: string, parameters?: unknown[]) => Promise<any[]> }) => Promise<void>} work */
async function withDatabase(work) {
  const database = await openDatabase(needed('DATABASE_URL'));
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

const summary =
  'id, consumer, subject, message_id, deliveries, created_at, replay_requested_at, replayed_at, left(error, 200) as error';

const deadLetters = () =>
  withDatabase(async (db) => {
    if (action === undefined)
      return print(await db.query(`select ${summary} from dead_letter order by created_at desc limit 200`));
    if (!id) return stop(usage);
    if (action === 'show')
      return print((await db.query('select * from dead_letter where id = $1', [id]))[0] ?? null);
    if (action !== 'replay') return stop(usage);
    const marked = await db.query(
      `update dead_letter set replay_requested_at = now()
        where replayed_at is null and ($1 = 'all' or id::text = $1) returning id`,
      [id],
    );
    print({ asked: marked.length });
  });

async function fleet() {
  const address = { url: needed('NATS_URL'), nkeySeed: needed('NATS_NKEY_SEED') };
  const { instances, mixed } = await fleetOf(address, bus);
  const columns = /** @type {const} */ (['name', 'version', 'commit', 'build', 'contracts', 'id']);
  const [name, version, commit, build, contracts, id] = columns.map((c) => c.toUpperCase());
  const rows = [{ name, version, commit, build, contracts, id, subjects: [] }, ...instances];
  const width = (/** @type {typeof columns[number]} */ c) =>
    Math.max(...rows.map((row) => String(row[c]).length));
  for (const row of rows) {
    console.log(
      columns
        .map((c) => String(row[c]).padEnd(width(c)))
        .join('  ')
        .trimEnd(),
    );
    if (values.subjects) for (const subject of row.subjects) console.log(`  ${subject}`);
  }
  for (const name of mixed) console.error(`The instances of ${name} answer different contracts.`);
  process.exitCode = mixed.length ? 1 : 0;
}

/** Who waits for the bus says so, and not for ever. */
const bus = {
  patience: Number(process.env.BUS_PATIENCE_SECONDS ?? 60) * 1000,
  waiting: (/** @type {string} */ reason) => console.error(`Waiting for the bus at ${reason}`),
};

/** What only licensing's folder has in it. */
async function signing() {
  const module = '@tessera/licensing/dist/src/signing/make-keys.js';
  return import(module).catch(() => stop('These keys are made in the folder of licensing.'));
}
const pem = (/** @type {string} */ text) => text.replaceAll('\n', '\\n');
const variables = (/** @type {Record<string, string>} */ all) => {
  for (const [name, value] of Object.entries(all)) console.log(`${name}='${pem(value)}'`);
};
const random = () => randomBytes(32).toString('base64');

/** One variable a line, quoted, with \\n for line breaks: as an environment file of systemd or compose takes it. */
const keys = {
  nkey: () => {
    const { seed, publicKey } = makeNkey();
    variables({ NATS_NKEY_SEED: seed });
    console.log(`# for NATS_USERS: ${publicKey}`);
  },
  'data-key': () => console.log(`${id ?? 'k1'}:${random()}`),
  secret: () => console.log(random()),
  'root-key': async () => {
    const { privateKeyPem, publicKeyPem } = (await signing()).makeRootKey();
    variables({ ROOT_KEY: privateKeyPem, ROOT_PUBLIC_KEY: publicKeyPem });
  },
  'product-key': async () => {
    const { certifyProductKey, makeProductKey } = await signing();
    const years = Number(values.years);
    if (!(years > 0 && years <= 100)) stop('--years needs a number up to 100.');
    const now = Date.now();
    const terms = {
      productIds: '*',
      notBefore: new Date(now - 24 * 3_600_000),
      notAfter: new Date(now + years * 365.25 * 24 * 3_600_000),
    };
    const root = { privateKeyPem: needed('ROOT_KEY').replaceAll('\\n', '\n') };
    const own = process.env.SIGNING_KEY?.replaceAll('\\n', '\n');
    const made = own
      ? { privateKeyPem: own, ...certifyProductKey(root, own, terms) }
      : makeProductKey(root, terms);
    variables({ SIGNING_KEY: made.privateKeyPem, SIGNING_CERTIFICATE: made.certificateText });
  },
};

const commands = {
  fleet,
  keys: async () => {
    const make = Object.entries(keys).find(([name]) => name === action)?.[1] ?? (() => stop(usage));
    await make();
  },
  'bus-migrate': async () =>
    print(
      await busMigrate({
        url: needed('NATS_URL'),
        nkeySeed: needed('NATS_NKEY_SEED'),
        replicas: Number(process.env.STREAM_REPLICAS ?? 1),
        ...bus,
      }),
    ),
  'nats-config': async () =>
    console.log(
      natsServerConfig({
        host: process.env.NATS_HOST ?? '0.0.0.0',
        port: Number(process.env.NATS_PORT ?? 4222),
        storeDir: process.env.NATS_STORE_DIR ?? '/data',
        users: JSON.parse(needed('NATS_USERS')),
        syncAlways: values['sync-always'],
        ...(process.env.NATS_MAX_FILE_STORE && { maxFileStore: Number(process.env.NATS_MAX_FILE_STORE) }),
        ...(process.env.NATS_SERVER_NAME && { serverName: process.env.NATS_SERVER_NAME }),
        ...(process.env.NATS_CLUSTER_ROUTES && {
          cluster: {
            port: Number(process.env.NATS_CLUSTER_PORT ?? 6222),
            routes: process.env.NATS_CLUSTER_ROUTES.split(','),
            password: needed('NATS_CLUSTER_PASSWORD'),
          },
        }),
        ...(process.env.NATS_HTTP_PORT && { httpPort: Number(process.env.NATS_HTTP_PORT) }),
      }),
    ),
  'dead-letters': deadLetters,
  'outbox-replay': () =>
    withDatabase(async (db) => {
      const since = new Date(values.since ?? '');
      if (Number.isNaN(since.getTime())) return stop('--since needs a time, such as 2026-01-31T00:00:00Z.');
      print({ published_again: await replayOutbox(db, since) });
    }),
};

const run = Object.entries(commands).find(([name]) => name === command)?.[1];
if (!run || values.help) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}
try {
  await run();
} catch (error) {
  console.error(`${command} failed: ${reasonOf(error)}`);
  process.exit(1);
}
