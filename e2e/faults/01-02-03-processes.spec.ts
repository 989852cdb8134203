import { busHasNoticed } from './bus.js';
import { HELD_BACK, holdBack } from './in-flight.js';
import { isWrite } from './ledger.js';
import { SECONDS, FaultHarness } from './fault-harness.js';
import { isReady, until } from './waiting.js';
import { inWords, seconds } from './words.js';

describe('processes of services that end', () => {
  let harness: FaultHarness;
  beforeAll(async () => (harness = await FaultHarness.start()));
  afterAll(() => harness?.stop());

  it('fault 1: kill -9 of one of two instances amid requests fails those in flight alone, by 504, and no repeated one', async () => {
    const began = performance.now();
    const second = await harness.replica('support');
    await harness.ready(second.healthPort);
    const noticed = await harness.underLoad(async () => {
      const { release, answered } = await holdBack(harness);
      await harness.killed('support');
      await until(() => busHasNoticed(harness.world), 5_000);
      const noticed = performance.now();
      await release();
      await answered;
      return noticed;
    });
    const unexpected = harness.requestLog.failures(began).filter(({ operation, answer }) => {
      if (operation.keyed) return answer.code !== 'IDEMPOTENCY_IN_PROGRESS';
      const wasInFlight = answer.began <= noticed && answer.ended >= noticed;
      return !(isWrite(operation) && wasInFlight && answer.status === 504);
    });
    expect(inWords(unexpected, noticed)).toEqual([]);
    expect(await harness.verdict()).toEqual([]);
    second.kill('SIGTERM');
    expect(await second.exited).toBe(0);
    harness.report(
      1,
      `kill -9 amid ${HELD_BACK} requests that waited for a lock, one of two instances`,
      began,
    );
  });

  it('fault 1: kill -9 of services that have one instance loses nothing, and answers 503 or 504 until they are back', async () => {
    const began = performance.now();
    const services = ['licensing', 'notifications', 'identity'];
    await harness.underLoad(async () => {
      for (const name of services) await harness.replaced(name, 'SIGKILL');
      await harness.serving(5_000);
    });
    expect(await harness.verdict()).toEqual([]);
    harness.report(1, `kill -9 of ${services.join(', ')}, the only instance`, began);
  });

  it('fault 1: kill -9 of a consumer with events in hand gives them to its successor, which handles them once', async () => {
    const began = performance.now();
    const lock = await harness.tables.connect('notifications');
    await lock.query('begin');
    await lock.query('lock table notification in exclusive mode');
    await harness.underLoad(async () => {
      const inHand = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await until(async () => (await harness.tables.query('notifications', inHand)).length > 3, 10_000);
      await harness.killed('notifications');
      await lock.query('commit');
      await lock.end();
    });
    expect(inWords(harness.requestLog.failures(began), began)).toEqual([]);
    expect(await harness.verdict()).toEqual([]);
    harness.report(1, 'kill -9 of notifications with events in hand', began);
  });

  it('fault 2: a rolling restart by SIGTERM under load fails no request', async () => {
    const services =
      SECONDS > 1
        ? ['support', 'licensing', 'notifications', 'identity', 'devices']
        : ['support', 'notifications'];
    const began = performance.now();
    const exits = await harness.underLoad(async () => {
      const codes: unknown[] = [];
      for (const name of services) {
        const second = await harness.replica(name);
        await harness.ready(second.healthPort);
        const held = name === 'support' ? await holdBack(harness) : null;
        const replaced = harness.replaced(name, 'SIGTERM');
        // It has been told to stop, and has work that cannot end yet; one without work may be gone already.
        await until(async () => !(await isReady(harness.healthPort(name)).catch(() => false)), 5_000);
        await held?.release();
        await Promise.all([replaced, held?.answered]);
        second.kill('SIGTERM');
        codes.push(await second.exited);
      }
      return codes;
    });
    expect(exits).toEqual(services.map(() => 0));
    expect(inWords(harness.requestLog.failures(began), began)).toEqual([]);
    expect(harness.requestLog.answersSince(began).length).toBeGreaterThan(100);
    expect(await harness.verdict()).toEqual([]);
    harness.report(2, `SIGTERM to two instances of ${services.join(', ')}, one after the other`, began);
  });

  it('fault 3: kill -9 of the gateway cuts its clients off; who comes back with a key gets the first result', async () => {
    const began = performance.now();
    const back = await harness.underLoad(async () => {
      const { release, answered, operations } = await holdBack(harness);
      const from = performance.now();
      const gone = await harness.killed('gateway');
      // What was in work goes on without the one who asked for it.
      await release();
      await harness.serving(20_000);
      const to = performance.now();
      harness.requestLog.absences.push({ from, to });
      await answered;
      expect(operations.map(({ answers }) => answers[0]!.status)).toEqual(operations.map(() => 0));
      return { at: to, away: to - gone };
    });
    expect(inWords(harness.requestLog.failures(back.at), began)).toEqual([]);
    expect(await harness.verdict()).toEqual([]);
    harness.report(3, `kill -9 of the gateway amid ${HELD_BACK} requests`, began, {
      away: seconds(back.away),
    });
  });
});
