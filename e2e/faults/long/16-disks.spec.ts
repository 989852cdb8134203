import { chmodSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { loadSecrets } from '../../../tools/start/5-secrets.mjs';
import { postgresOwner } from '../../../tools/world/postgres-binaries.mjs';
import { postgresUrl } from '../../../tools/world/postgres.mjs';
import { BACK_WITHIN, busIsThere } from '../bus.js';
import { SmallDisk } from '../disk.js';
import { SECONDS, FaultHarness } from '../fault-harness.js';
import { until } from '../waiting.js';
import { inWords, seconds } from '../words.js';

/** By then somebody must be able to see it; milliseconds. */
const SEEN_WITHIN = 10_000;

describe('disks that are full', () => {
  let harness: FaultHarness;
  let ofNats: SmallDisk;
  let ofPostgres: SmallDisk;
  beforeAll(async () => {
    harness = await FaultHarness.start({}, (home) => {
      ofNats = new SmallDisk(join(home, 'nats'), 24);
      ofPostgres = new SmallDisk(join(home, 'small'), 24);
      for (const disk of [ofNats, ofPostgres]) disk.mount();
      return Promise.resolve({});
    });
  });
  afterAll(async () => {
    for (const disk of [ofNats, ofPostgres]) disk?.unmount();
    await harness?.stop();
  });

  it('fault 16: a full disk of NATS is seen, and after a kill and some room nothing acknowledged is lost', async () => {
    const began = performance.now();
    const waits = async () =>
      (await harness.metric('support', 'tessera_outbox_unpublished')) +
      (await harness.metric('licensing', 'tessera_outbox_unpublished'));
    const { seen, recovered, most } = await harness.underLoad(async () => {
      ofNats.fill();
      const seen = await until(async () => (await waits()) > 5, SEEN_WITHIN);
      await sleep(2_000 * SECONDS);
      const most = await waits();
      ofNats.free();
      // It does not recover by itself, and does not hear SIGTERM.
      await harness.killed('nats');
      await until(() => busIsThere(harness.world), 15_000);
      return { seen, most, recovered: await harness.serving(BACK_WITHIN) };
    });
    expect(await harness.verdict()).toEqual([]);
    harness.report(16, 'the disk of NATS full', began, {
      'seen after': seconds(seen),
      'waited in the outboxes': most,
      'recovered after': seconds(recovered),
    });
  });

  it('fault 16: a full disk of Postgres refuses what it cannot keep by 503, and takes it when there is room', async () => {
    const began = performance.now();
    const owner = postgresOwner();
    if (owner.uid !== undefined) chownSync(ofPostgres.folder, owner.uid, owner.gid!);
    chmodSync(ofPostgres.folder, 0o700);
    const { postgresPassword } = await loadSecrets(harness.world.home);
    const port = Number(new URL(harness.tables.urls.support!).port);
    const url = postgresUrl({ port, password: postgresPassword, database: 'support' });
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    await admin.query(`create tablespace small location '${ofPostgres.folder}'`);
    await admin.query('alter table message set tablespace small');
    const { blow, recovered } = await harness.underLoad(async () => {
      const blow = performance.now();
      ofPostgres.fill();
      // What the table's last pages have room for is still taken.
      await until(() => harness.requestLog.failures(blow).length > 5, 60_000);
      await sleep(1_000 * SECONDS);
      ofPostgres.free();
      await harness.serving(BACK_WITHIN);
      return { blow, recovered: performance.now() };
    });
    await admin.end();
    const unexpected = harness.requestLog
      .failures(began)
      .filter(({ operation: o, answer: a }) => o.kind !== 'message' || a.status !== 503);
    expect(inWords(unexpected, blow)).toEqual([]);
    expect(harness.requestLog.failures(recovered)).toEqual([]);
    expect(await harness.verdict()).toEqual([]);
    harness.report(16, 'the disk of a table full', began);
  });
});
