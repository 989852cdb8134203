import { setTimeout as sleep } from 'node:timers/promises';
import { BACK_WITHIN, busIsThere, publishRaw } from './bus.js';
import { replayDeadLetters } from './operator.js';
import { PoisonedCompany } from './poison.js';
import { FAULTY_SERVICE, SECONDS, services, FaultHarness } from './fault-harness.js';
import { isReady, readiness, until } from './waiting.js';
import { seconds } from './words.js';

const LONG_OUTAGE_MS = SECONDS > 1 ? 30_000 : 5_000;

describe('the bus', () => {
  let harness: FaultHarness;
  beforeAll(
    async () =>
      (harness = await FaultHarness.start({
        TESSERA_PROGRAM_NOTIFICATIONS: FAULTY_SERVICE,
        NOTIFICATIONS__FAULT_REDELIVERY_MS: '30',
      })),
  );
  afterAll(() => harness?.stop());

  it.each([
    ['a moment', 0],
    ['longer', LONG_OUTAGE_MS],
  ])(
    'fault 5: killed and away for %s answers 503 at once; back again, nothing acknowledged is lost',
    async (_what, outage) => {
      const began = performance.now();
      const before = harness.pids();
      const { gone, back, recovered } = await harness.underLoad(async () => {
        const at = await harness.killed('nats');
        if (outage) {
          await harness.unsupervised(async () => {
            await sleep(outage);
            expect(await harness.metric('support', 'tessera_bus_connected')).toBe(0);
          });
        }
        await until(() => busIsThere(harness.world), 15_000);
        const there = performance.now();
        await harness.serving(BACK_WITHIN);
        for (const name of services) await until(() => isReady(harness.healthPort(name)), BACK_WITHIN);
        return { gone: at, back: there, recovered: performance.now() };
      });
      expect(recovered - back).toBeLessThan(BACK_WITHIN);
      expect(harness.pids()).toEqual(before);
      // Who asked before the gateway knew may not learn how it ended; from its first 503 on everybody is told so.
      const failures = harness.requestLog.failures(began).map(({ answer }) => answer);
      const knew = Math.min(
        ...failures.filter((a) => a.status === 503 && a.ended >= gone).map((a) => a.ended),
      );
      const refused = failures.filter((a) => a.began > knew && a.ended <= back);
      if (outage) expect(refused.length).toBeGreaterThan(20);
      expect(refused.filter((a) => a.status !== 503)).toEqual([]);
      expect(harness.requestLog.failures(recovered)).toEqual([]);
      expect(await harness.verdict()).toEqual([]);
      harness.report(5, 'kill -9 of NATS', began, {
        away: seconds(back - gone),
        recovered: seconds(recovered - back),
      });
    },
  );

  it('fault 6: a service that starts without it waits, is not ready, and becomes ready when it comes', async () => {
    const began = performance.now();
    const replica = await harness.unsupervised(async () => {
      await harness.killed('nats');
      const early = await harness.replica('support');
      await until(async () => (await fetch(`http://127.0.0.1:${early.healthPort}/healthz`)).ok, 20_000);
      // Long enough for several tries to connect.
      for (const end = performance.now() + 2_000; performance.now() < end; await sleep(100)) {
        expect((await readiness(early.healthPort)).status).toBe(503);
      }
      return early;
    });
    await until(() => busIsThere(harness.world), 15_000);
    const took = await harness.ready(replica.healthPort, BACK_WITHIN);
    await harness.serving(BACK_WITHIN);
    replica.kill('SIGTERM');
    expect(await replica.exited).toBe(0);
    harness.report(6, 'a service starts while NATS is away', began, { ready: seconds(took) });
  });

  it('fault 13: events that cannot be handled stop no others, become dead letters, and are replayed by an operator', async () => {
    const began = performance.now();
    const [healthy, poisoned] = harness.companies as [
      FaultHarness['companies'][0],
      FaultHarness['companies'][0],
    ];
    harness.poison.add('no-json');
    await publishRaw(harness.world, 'evt.support.request.registered.v1', 'this is no JSON', 'no-json');
    const poison = new PoisonedCompany(harness, poisoned.id);
    await poison.begin();
    await harness.underLoad(() => Promise.resolve());
    await until(() => poison.isTold(healthy.id), 10_000);
    await until(async () => (await poison.letters()).length === (await poison.unheard()), 20_000);
    const letters = await poison.letters();
    expect(letters.length).toBeGreaterThan(5);
    expect(new Set(letters.map((l) => l.deliveries))).toEqual(new Set([7]));
    expect(
      await harness.metric('notifications', 'tessera_events_handled_total', 'outcome="dead"'),
    ).toBeGreaterThan(0);

    await poison.end();
    await replayDeadLetters(harness.world.environmentOf('notifications').DATABASE_URL!);
    expect(await harness.verdict()).toEqual([]);
    const figures = { buried: letters.length + 1, replayed: letters.length };
    harness.report(
      13,
      'a company whose events cannot be handled, and a message that is no JSON',
      began,
      figures,
    );
  });
});
