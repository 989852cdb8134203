import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { loadSecrets } from '../../../tools/start/5-secrets.mjs';
import { postgresDirectory, postgresOwner } from '../../../tools/world/postgres-binaries.mjs';
import { postgresPart } from '../../../tools/world/postgres.mjs';
import { SmallDisk } from '../disk.js';
import { SECONDS, FaultHarness } from '../fault-harness.js';
import { until } from '../waiting.js';
import { inWords, seconds } from '../words.js';

/** By then somebody must be able to see it; milliseconds. */
const SEEN_WITHIN = 10_000;
/** The supervisor's waits between one start and the next, and a recovery. */
const BACK_WITHIN = 25_000;
const DISK_MIB = 128;
/** Little enough for the disk; in postgresql.auto.conf, as `alter system` would write it. */
const SETTINGS = "min_wal_size = '32MB'\nmax_wal_size = '48MB'\n";

describe('the disk of Postgres’ log', () => {
  let harness: FaultHarness;
  let disk: SmallDisk;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tessera-wal-'));
    chmodSync(folder, 0o755); // Postgres runs as another user where we are root
    disk = new SmallDisk(join(folder, 'disk'), DISK_MIB);
    disk.mount();
    harness = await FaultHarness.start({}, async (home) => (await logOnSmallDisk(home), {}));
  });
  afterAll(async () => {
    await harness?.stop();
    disk?.unmount();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  /** Makes the data folder that the world will start with. */
  async function logOnSmallDisk(home: string): Promise<void> {
    chmodSync(home, 0o755);
    const { postgresPassword: password } = await loadSecrets(home);
    const owner = postgresOwner();
    const wished = join(home, 'postgres');
    await postgresPart({ dir: wished, port: 1, password, logFile: join(home, 'initdb.log') });
    const dir = postgresDirectory(wished, owner);
    const [log, there] = [join(dir, 'pg_wal'), join(disk.folder, 'pg_wal')];
    cpSync(log, there, { recursive: true });
    rmSync(log, { recursive: true });
    symlinkSync(there, log);
    appendFileSync(join(dir, 'postgresql.auto.conf'), SETTINGS);
    if (owner.uid === undefined) return;
    const copied = readdirSync(there, { recursive: true }).map((name) => join(there, String(name)));
    for (const path of [disk.folder, there, ...copied]) chownSync(path, owner.uid, owner.gid!);
    chmodSync(there, 0o700);
  }

  /** What is left of the segments that exist is written to by somebody with much to say. */
  async function writeMuch(admin: pg.Client): Promise<void> {
    const much = `select pg_logical_emit_message(false, 'ballast', repeat('x', 1000000))`;
    await until(
      () =>
        admin.query(much).then(
          () => false,
          () => true,
        ),
      SEEN_WITHIN,
    );
  }

  it('fault 16: a full disk of Postgres’ log stops it, is told by 503 and 504, and loses nothing that was acknowledged', async () => {
    const began = performance.now();
    const pids = harness.pids();
    const { postgresPassword } = await loadSecrets(harness.world.home);
    const url = new URL(harness.tables.urls.support!);
    Object.assign(url, { username: 'postgres', password: encodeURIComponent(postgresPassword) });
    const admin = new pg.Client({ connectionString: url.href });
    admin.on('error', () => undefined); // it ends with its server
    await admin.connect();
    const { blow, seen, back } = await harness.underLoad(async () => {
      const old = harness.world.pid('postgres');
      disk.fill();
      const blow = performance.now();
      await writeMuch(admin);
      const seen = await until(() => harness.requestLog.failures(blow).length > 5, SEEN_WITHIN);
      await until(() => !harness.isRunning(old), SEEN_WITHIN);
      await sleep(500 * SECONDS);
      disk.free();
      const free = performance.now();
      await harness.serving(BACK_WITHIN);
      return { blow, seen, back: performance.now() - free };
    });
    const unexpected = harness.requestLog
      .failures(began)
      .filter(({ answer }) => ![503, 504].includes(answer.status) || answer.began < blow - 5_000);
    expect(inWords(unexpected, blow)).toEqual([]);
    expect(harness.pids()).toEqual(pids);
    expect(await harness.verdict()).toEqual([]);
    harness.report(16, 'the disk of Postgres’ log full', began, {
      'seen after': seconds(seen),
      'serving again': `${seconds(back)} after there was room`,
    });
  });
});
