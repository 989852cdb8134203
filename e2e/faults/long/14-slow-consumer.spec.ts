import { setTimeout as sleep } from 'node:timers/promises';
import { withSlowConsumer } from '../slow-consumer.js';
import { FaultHarness } from '../fault-harness.js';
import { until } from '../waiting.js';
import { inWords } from '../words.js';

/** Longer than it takes until a service counts what its consumers have before them: every 10 s. */
const SLOW_MS = 11_000;
const CONSUMER = 'notifications_request-registered-v1';

describe('a consumer that is slow', () => {
  let harness: FaultHarness;
  beforeAll(async () => (harness = await FaultHarness.start()));
  afterAll(() => harness?.stop());

  it('fault 14: a consumer that is slow is seen to be, and slows nobody', async () => {
    const began = performance.now();
    const pending = () => harness.metric('notifications', 'tessera_consumer_pending', CONSUMER);
    const most = await harness.underLoad(() =>
      withSlowConsumer(harness, async () => {
        await sleep(SLOW_MS);
        await until(async () => (await pending()) > 8, 10_000);
        return pending();
      }),
    );
    expect(inWords(harness.requestLog.failures(began), began)).toEqual([]);
    expect(await harness.verdict()).toEqual([]);
    await until(async () => (await pending()) === 0, 15_000);
    harness.report(14, `notifications handles nothing for ${SLOW_MS / 1_000} s`, began, { pending: most });
  });
});
