import { setTimeout as sleep } from 'node:timers/promises';
import { BACK_WITHIN } from '../bus.js';
import { Cluster } from '../cluster.js';
import { SECONDS, services, FaultHarness } from '../fault-harness.js';
import { isReady, until } from '../waiting.js';
import { inWords, seconds } from '../words.js';

/** A copy that was away for a while has caught up by then; milliseconds. */
const WHOLE_WITHIN = 30_000;

describe('a cluster of three bus servers', () => {
  const cluster = new Cluster();
  let harness: FaultHarness;
  beforeAll(async () => (harness = await FaultHarness.start({}, (home) => cluster.prepare(home))));
  afterAll(async () => {
    await harness?.stop();
    await cluster.stop();
  });

  it('fault 5: each server in turn killed and brought back under load: nothing acknowledged is lost, nothing comes twice', async () => {
    const began = performance.now();
    await until(() => cluster.isWhole(), WHOLE_WITHIN);
    const pids = harness.pids();
    const first = await cluster.leaderOf('EVT_SUPPORT');
    const served: number[] = [];
    await harness.underLoad(async () => {
      // The leader of a stream first, and whoever leads it then.
      for (const n of [first, (first + 1) % 3, (first + 2) % 3]) {
        await cluster.kill(n);
        const at = performance.now();
        await harness.serving(BACK_WITHIN);
        served.push(performance.now() - at);
        await sleep(1_000 * SECONDS);
        const calm = harness.requestLog.failures(at + BACK_WITHIN);
        expect(inWords(calm, at)).toEqual([]);
        await cluster.start(n);
        await until(() => cluster.isWhole(), WHOLE_WITHIN);
      }
      for (const name of services) await until(() => isReady(harness.healthPort(name)), BACK_WITHIN);
    });
    expect(harness.pids()).toEqual(pids);
    expect(await harness.verdict()).toEqual([]);
    harness.report(5, 'each of three servers of the bus killed and brought back', began, {
      'serving again after': served.map(seconds).join(', '),
    });
  });
});
