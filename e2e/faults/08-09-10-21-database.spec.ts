import { setTimeout as sleep } from 'node:timers/promises';
import { dataSourceOf, migrate } from '@tessera/platform';
import { BACK_WITHIN } from './bus.js';
import { Expand1999000000000, Index1999000000001 } from './expand.js';
import { HELD_BACK, holdBack } from './in-flight.js';
import { FAULTY_SERVICE, SECONDS, FaultHarness } from './fault-harness.js';
import { blueprintOf } from './replica.js';
import { until } from './waiting.js';
import { inWords, seconds } from './words.js';

const LOCKED_MS = SECONDS > 1 ? 30_000 : 7_000;
const REPORT_MS = 3_000;

describe('the database, and what is between it and the bus', () => {
  let harness: FaultHarness;
  beforeAll(async () => (harness = await FaultHarness.start()));
  afterAll(() => harness?.stop());

  it('fault 8: an immediate stop and restart of Postgres loses no acknowledged write and ends no process', async () => {
    const began = performance.now();
    const before = harness.pids();
    const { stopped, back } = await harness.underLoad(async () => {
      const old = harness.world.pid('postgres');
      harness.world.signal('postgres', 'SIGQUIT');
      const at = performance.now();
      await until(() => harness.world.pid('postgres') !== old, 10_000);
      await until(async () => (await harness.tables.query('support', 'select 1')).length === 1, 20_000);
      const there = performance.now();
      await harness.serving(5_000);
      return { stopped: at, back: there };
    });
    expect(harness.pids()).toEqual(before);
    // Whoever asks once Postgres is back does not notice that pooled connections have died.
    expect(harness.requestLog.failures(back)).toEqual([]);
    expect(harness.requestLog.failures(began).filter(({ answer }) => answer.ended < stopped)).toEqual([]);
    expect(await harness.verdict()).toEqual([]);
    harness.report(8, 'Postgres stopped by SIGQUIT and started again', began, {
      away: seconds(back - stopped),
    });
  });

  it('fault 8: sessions that Postgres ends amid transactions are not noticed by those who asked', async () => {
    const began = performance.now();
    const { lockedBy, release, answered } = await holdBack(harness);
    const ended = await harness.tables.query(
      'support',
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = current_user and pid not in ($1, pg_backend_pid())`,
      [lockedBy],
    );
    expect(ended.length).toBeGreaterThanOrEqual(HELD_BACK);
    await release();
    await answered;
    expect(harness.requestLog.failures(began)).toEqual([]);
    expect(await harness.verdict()).toEqual([]);
    harness.report(8, `${ended.length} sessions ended, ${HELD_BACK} of them amid a transaction`, began);
  });

  it('fault 9: a table that is locked for long holds up its own service alone, and nobody for longer than the budget', async () => {
    const began = performance.now();
    const lock = await harness.tables.connect('support');
    const { from, to, waiting, recovered } = await harness.underLoad(async () => {
      await lock.query('begin; lock table request in access exclusive mode');
      const from = performance.now();
      await sleep(LOCKED_MS);
      const waiting = await harness.metric('support', 'tessera_database_connections', 'state="waiting"');
      const to = performance.now();
      await lock.query('commit');
      await harness.serving(BACK_WITHIN);
      return { from, to, waiting, recovered: performance.now() };
    });
    await lock.end();
    // All of the pool waits for the table, and more wait for the pool.
    expect(waiting).toBeGreaterThan(0);
    const failures = harness.requestLog.failures(began);
    const ofLicensing = ['license', 'seat', 'end'];
    expect(
      inWords(
        failures.filter(({ operation: o }) => ofLicensing.includes(o.kind)),
        from,
      ),
    ).toEqual([]);
    const licenses = harness.requestLog.operations.filter((o) => o.kind === 'license');
    const meanwhile = licenses.filter(({ answers: [a] }) => a && a.began > from && a.ended < to);
    expect(meanwhile.length).toBeGreaterThan(10);
    expect(harness.requestLog.failures(recovered)).toEqual([]);
    expect(await harness.verdict()).toEqual([]);
    harness.report(9, 'the table of requests locked', began, {
      locked: seconds(to - from),
      recovered: seconds(recovered - to),
      'waiting for the pool': waiting,
      'licenses added meanwhile': meanwhile.length,
    });
  });

  it('fault 21: a table that is in use gets its new column under load, and nobody waits long for it', async () => {
    const began = performance.now();
    const report = await harness.tables.connect('support');
    const url = harness.tables.urls.support!;
    const definition = {
      name: 'support',
      entities: [],
      migrations: [Expand1999000000000, Index1999000000001],
    };
    const source = dataSourceOf(definition as never, { DATABASE_URL: url, DATABASE_POOL: 2 } as never);
    await source.initialize();
    const { ran, took } = await harness.underLoad(async () => {
      await report.query('begin; lock table request in access share mode');
      const at = performance.now();
      const migrating = migrate(source, url);
      await sleep(REPORT_MS);
      await report.query('commit');
      return { ran: await migrating, took: performance.now() - at };
    });
    await Promise.all([report.end(), source.destroy()]);
    expect(ran).toEqual(['Expand1999000000000', 'Index1999000000001']);
    expect(inWords(harness.requestLog.failures(began), began)).toEqual([]);
    const longest = Math.max(...harness.requestLog.answersSince(began).map((a) => a.ended - a.began));
    expect(longest).toBeLessThan(2_500);
    expect(await harness.verdict()).toEqual([]);
    harness.report(21, `a column and an index while a report reads for ${REPORT_MS / 1_000} s`, began, {
      migrated: seconds(took),
    });
  });

  it.each(['before publish', 'before mark'])(
    'fault 10: a crash %s loses no event and doubles no effect',
    async (step) => {
      const began = performance.now();
      const crashed = await harness.underLoad(async () => {
        const doomed = await harness.add(
          { ...blueprintOf(harness.world, 'support'), args: [FAULTY_SERVICE] },
          { FAULT_CRASH_AT: step },
        );
        await harness.ready(doomed.healthPort);
        // With the leader gone the doomed one leads, and nobody is there to take over until it has crashed.
        return harness.unsupervised(async () => {
          harness.world.signal('support', 'SIGKILL');
          return doomed.exited;
        });
      });
      expect(crashed).toBe(137);
      expect(await harness.verdict()).toEqual([]);
      harness.report(10, `the relay's process ends ${step}`, began);
    },
  );

  it('is a checker that sees it, had one of these rows been lost, doubled or stuck', async () => {
    const sees = async (service: string, sql: string) => {
      await harness.tables.query(service, sql);
      return harness.verdict(0);
    };
    const request = `(select id from request where subject like 'op-%' limit 1)`;
    expect(await sees('support', `delete from request where id = ${request}`)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^lost: op-request/)]),
    );
    const copy = `insert into notification (id, user_id, company_id, kind, facts, topic, topic_id)
      select gen_random_uuid(), user_id, company_id, kind, facts, topic, topic_id from notification where kind = 'license_added' limit 1`;
    expect(await sees('notifications', copy)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^effects: .* had 2 of notification/)]),
    );
    const unheard = `delete from inbox where message_id = (select message_id from inbox where consumer like '%license-added%' limit 1)`;
    expect(await sees('notifications', unheard)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^inbox: .* heard 0 times/)]),
    );
    const event = `insert into outbox (id, subject, aggregate_id, aggregate_version, body, published_at)
      select gen_random_uuid(), subject, aggregate_id, aggregate_version, body, now() from outbox where subject like '%license.added%' limit 1`;
    expect(await sees('licensing', event)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^version: /)]),
    );
  });
});
