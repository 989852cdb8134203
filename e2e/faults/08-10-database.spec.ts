import { HELD_BACK, holdBack } from './in-flight.js';
import { seconds, Stage, until } from './stage.js';

describe('the database, and what is between it and the bus', () => {
  let stage: Stage;
  beforeAll(async () => (stage = await Stage.start()));
  afterAll(() => stage?.stop());

  it('fault 8: an immediate stop and restart of Postgres loses no acknowledged write and ends no process', async () => {
    const began = performance.now();
    const before = stage.pids();
    const { stopped, back } = await stage.underLoad(async () => {
      const old = stage.world.pid('postgres');
      stage.world.signal('postgres', 'SIGQUIT');
      const at = performance.now();
      await until(() => stage.world.pid('postgres') !== old, 10_000);
      await until(async () => (await stage.tables.query('support', 'select 1')).length === 1, 20_000);
      const there = performance.now();
      await stage.serving(5_000);
      return { stopped: at, back: there };
    });
    expect(stage.pids()).toEqual(before);
    // Whoever asks once Postgres is back does not notice that pooled connections have died.
    expect(stage.book.failures(back)).toEqual([]);
    expect(stage.book.failures(began).filter(({ answer }) => answer.ended < stopped)).toEqual([]);
    expect(await stage.verdict()).toEqual([]);
    stage.report(8, 'Postgres stopped by SIGQUIT and started again', began, {
      away: seconds(back - stopped),
    });
  });

  it('fault 8: sessions that Postgres ends amid transactions are not noticed by those who asked', async () => {
    const began = performance.now();
    const { lockedBy, release, answered } = await holdBack(stage);
    const ended = await stage.tables.query(
      'support',
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = current_user and pid not in ($1, pg_backend_pid())`,
      [lockedBy],
    );
    expect(ended.length).toBeGreaterThanOrEqual(HELD_BACK);
    await release();
    await answered;
    expect(stage.book.failures(began)).toEqual([]);
    expect(await stage.verdict()).toEqual([]);
    stage.report(8, `${ended.length} sessions ended, ${HELD_BACK} of them amid a transaction`, began);
  });

  it.each(['before publish', 'before mark'])(
    'fault 10: a crash %s loses no event and doubles no effect',
    async (step) => {
      const began = performance.now();
      const crashed = await stage.underLoad(async () => {
        const doomed = await stage.twin('support', { FAULT_CRASH_AT: step });
        await stage.ready(doomed.healthPort);
        // With the leader gone the doomed one leads, and nobody is there to take over until it has crashed.
        return stage.unsupervised(async () => {
          stage.world.signal('support', 'SIGKILL');
          return doomed.exited;
        });
      });
      expect(crashed).toBe(137);
      expect(await stage.verdict()).toEqual([]);
      stage.report(10, `the relay's process ends ${step}`, began);
    },
  );

  it('is a checker that sees it, had one of these rows been lost, doubled or stuck', async () => {
    const sees = async (service: string, sql: string) => {
      await stage.tables.query(service, sql);
      return stage.verdict(0);
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
