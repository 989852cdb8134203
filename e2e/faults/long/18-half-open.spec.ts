import { setTimeout as sleep } from 'node:timers/promises';
import { BACK_WITHIN } from '../bus.js';
import { expectOnly } from '../expect-only.js';
import { Links } from '../links.js';
import type { Proxy } from '../proxy.js';
import { FaultHarness } from '../fault-harness.js';
import { seconds } from '../words.js';

/** Every process asks the bus every 3 s whether it is there, and gives up when it has not answered three times. */
const BUS_GIVES_UP_MS = 13_000;
/** Longer than any statement may take (STATEMENT_TIMEOUT and a little). */
const DATABASE_GIVES_UP_MS = 13_500;

describe('a network that forgets connections', () => {
  const links = new Links();
  let harness: FaultHarness;
  beforeAll(async () => (harness = await FaultHarness.start({}, (home) => links.prepare(home))));
  afterAll(async () => {
    await harness?.stop();
    await links.close();
  });
  const ofLicensing = ['license', 'seat', 'end'];

  it.each<[string, string, () => Proxy, number, readonly string[]]>([
    ['a service', 'the bus', () => links.supportToBus, BUS_GIVES_UP_MS, ofLicensing],
    ['a service', 'Postgres', () => links.supportToDatabase, DATABASE_GIVES_UP_MS, ofLicensing],
    ['the gateway', 'the bus', () => links.gatewayToBus, BUS_GIVES_UP_MS, []],
  ])(
    'fault 18: a line between %s and %s that is dead without a word is given up, and made anew',
    async (who, what, line, within, spared) => {
      const began = performance.now();
      const { blow, recovered } = await harness.underLoad(async () => {
        line().forget();
        const blow = performance.now();
        // One may be lucky: of a pool, not all lines are dead to those who come now.
        await sleep(within);
        // The servers' machines notice too. Until then an old nats-server gives the dead line its share of the
        // requests, since it takes what it sends there for a sign of life (docs/operate.md).
        line().giveUp();
        await harness.serving(BACK_WITHIN);
        return { blow, recovered: performance.now() };
      });
      expectOnly(harness, began, blow, spared, recovered);
      expect(harness.requestLog.failures(recovered)).toEqual([]);
      expect(await harness.verdict()).toEqual([]);
      const last = Math.max(blow, ...harness.requestLog.failures(began).map(({ answer }) => answer.ended));
      harness.report(18, `a half-open line between ${who} and ${what}`, began, {
        'last failure after': seconds(last - blow),
      });
    },
  );
});
