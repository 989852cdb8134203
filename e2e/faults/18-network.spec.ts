import { setTimeout as sleep } from 'node:timers/promises';
import { BACK_WITHIN } from './bus.js';
import { expectOnly } from './expect-only.js';
import { Links } from './links.js';
import type { Proxy } from './proxy.js';
import { SECONDS, FaultHarness } from './fault-harness.js';
import { inWords, seconds } from './words.js';

const CUT_MS = 2_000 + 1_000 * SECONDS;

describe('the network', () => {
  const links = new Links();
  let harness: FaultHarness;
  beforeAll(async () => (harness = await FaultHarness.start({}, (home) => links.prepare(home))));
  afterAll(async () => {
    await harness?.stop();
    await links.close();
  });
  const ofLicensing = ['license', 'seat', 'end'];

  it('fault 18: a slow and thin line makes answers slower, and nothing else', async () => {
    const began = performance.now();
    await harness.underLoad(async () => {
      links.supportToBus.slow({ delay: 20, rate: 1_000_000 });
      links.supportToDatabase.slow({ delay: 10, rate: 1_000_000 });
      await sleep(2_000 * SECONDS);
      links.supportToBus.mend();
      links.supportToDatabase.mend();
    });
    expect(inWords(harness.requestLog.failures(began), began)).toEqual([]);
    expect(await harness.verdict()).toEqual([]);
    harness.report(18, 'support 20 ms away from the bus, 10 ms from Postgres', began);
  });

  it.each<[string, () => Proxy]>([
    ['the bus', () => links.supportToBus],
    ['Postgres', () => links.supportToDatabase],
  ])('fault 18: cut off from %s a service is back as soon as the line is', async (what, line) => {
    const began = performance.now();
    const { blow, mended, recovered } = await harness.underLoad(async () => {
      line().cut();
      const blow = performance.now();
      await sleep(CUT_MS);
      line().mend();
      const mended = performance.now();
      await harness.serving(BACK_WITHIN);
      return { blow, mended, recovered: performance.now() };
    });
    expectOnly(harness, began, blow, ofLicensing, recovered);
    expect(await harness.verdict()).toEqual([]);
    harness.report(18, `support cut off from ${what}`, began, {
      cut: seconds(mended - blow),
      recovered: seconds(recovered - mended),
    });
  });

  it.each<[string, () => Proxy]>([
    ['the bus', () => links.supportToBus],
    ['Postgres', () => links.supportToDatabase],
  ])('fault 18: a line to %s of which one half is closed is made anew', async (what, line) => {
    const began = performance.now();
    const { blow, recovered } = await harness.underLoad(async () => {
      line().halfClose();
      const blow = performance.now();
      await harness.serving(BACK_WITHIN);
      return { blow, recovered: performance.now() };
    });
    expectOnly(harness, began, blow, ofLicensing, recovered);
    expect(await harness.verdict()).toEqual([]);
    harness.report(18, `half of the line between support and ${what} closed`, began, {
      recovered: seconds(recovered - blow),
    });
  });
});
