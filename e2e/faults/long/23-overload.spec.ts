import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { newRequest } from '../test-tenants.js';
import { Processors } from '../processors.js';
import { FaultHarness } from '../fault-harness.js';
import { tally } from '../words.js';
import {
  type Ask,
  goodput,
  goodputs,
  others,
  percentile,
  LoadGenerator,
  type LoadResult,
} from '../load-generator.js';

/** Not counted: code that is not compiled yet, and concurrency limits that have not adapted. */
const WARM_UP_SECONDS = 20;
/** Clients of each window in which the peak is looked for; the best of them is tried twice more. */
const WINDOWS = [32, 64, 96, 128, 192];
const WINDOW_SECONDS = 8;
/**
 * A window counts while no larger share was refused: what a limiter refuses is what costs most, and clients who ask again at
 * once are then answered twice as much of the rest, which is no rate at which anybody could get what they ask for.
 */
const REFUSED = 0.01;
const OVERLOAD_SECONDS = 60;
/** Share of the peak that is answered under overload. */
const ENOUGH = 0.8;
/** Where even the kind that is answered least is answered so much more than at the peak, the peak was missed. */
const MISSED = 1.1;
/** Rows that are written to, so that writers do not wait for each other. */
const CONVERSATIONS = 40;
/** Of what is accepted; from when a request was due, so the generator's own waits on a busy processor count too. */
const BOUND_MS = 1_500;
/**
 * By how much of the machine others may do more than while the peak was measured. Where they did, the processors were
 * not ours, and it is measured again.
 */
const DISTURBED = 0.1;
const MEASUREMENTS = 3;
const LONGEST_MS = 20 * 60_000;

interface Measurement {
  /** The most good answers a second to clients of whom all are answered. */
  peak: number;
  overload: LoadResult;
  /** What share of the processors others had, while the peak was measured and under overload. */
  others: [number, number];
}

describe('more load than there is machine', () => {
  let harness: FaultHarness;
  beforeAll(async () => (harness = await FaultHarness.start()));
  afterAll(() => harness?.stop());

  it(
    'fault 23: twice the load that it can bear is answered as much as it can, quickly, and the rest is told to come back',
    async () => {
      const { api, id: company } = harness.companies[0]!;
      const conversations = await Promise.all(
        Array.from({ length: CONVERSATIONS }, async (_, n) => {
          const { id } = (await api.post('/requests', newRequest(`LoadGenerator ${n}`))) as { id: string };
          return id;
        }),
      );
      const headers = { authorization: `Bearer ${api.token}` };
      const json = { ...headers, 'content-type': 'application/json' };
      const asks: Ask[] = [
        () => ({ method: 'GET', path: '/licenses?limit=25', headers }),
        () => ({ method: 'GET', path: '/requests?author=all&limit=25', headers }),
        (n) => ({
          method: 'POST',
          path: `/requests/${conversations[n % CONVERSATIONS]}/messages`,
          headers: { ...json, 'idempotency-key': randomUUID() },
          body: JSON.stringify({ text: `storm ${n}` }),
        }),
        () => ({ method: 'GET', path: '/me', headers }),
      ];
      const load = new LoadGenerator(new URL(harness.world.url), asks);
      let measured = await measure(load);
      // By what else the machine did, and not by the result.
      for (let n = 1; n < MEASUREMENTS && isDisturbed(measured); n++) measured = await measure(load);
      const { peak, overload, others: disturbers } = measured;

      const ended = performance.now();
      let recovered = 0;
      for (let calm = 0; calm < 3 && recovered < 20_000; await sleep(50)) {
        const light = await load.closed(2, 0.2);
        calm = others(light).length === 0 && percentile(light, 0.99) < 250 ? calm + 1 : 0;
        recovered = performance.now() - ended;
      }
      const stored = await harness.tables.query<{ n: number }>(
        'support',
        `select count(*)::int as n from message m join request r on r.id = m.request_id
        where r.company_id = $1 and m.text like 'storm %'`,
        [company],
      );
      const rest = others(overload);
      const figures = {
        peak: `${Math.round(peak)}/s`,
        asked: `${Math.round(2 * peak)}/s for ${OVERLOAD_SECONDS} s, the generator on the same processors`,
        goodput: `${percent(shareOf(peak, overload))} of peak, ${Math.round(goodput(overload))}/s, by what was asked ${goodputs(overload).map(Math.round).join(', ')}`,
        'others had': `${disturbers.map(percent).join(' and then ')} of the processors`,
        'p50 and p99 of accepted': `${Math.round(percentile(overload, 0.5))} and ${Math.round(percentile(overload, 0.99))} ms`,
        refused: tally(rest.map((a) => a.status)),
        'p99 of refused': `${Math.round(rest.map((a) => a.took).sort((a, b) => a - b)[Math.floor(0.99 * rest.length)] ?? 0)} ms`,
        'recovered after': `${Math.round(recovered)} ms`,
        'messages stored': stored[0]!.n,
      };
      harness.report(23, 'twice the peak, open loop', ended, figures);
      const strange = rest.filter((a) => a.status !== 503 || !a.retryAfter);
      expect(strange.slice(0, 10)).toEqual([]);
      expect(rest.length).toBeGreaterThan(0);
      expect(shareOf(peak, overload)).toBeGreaterThanOrEqual(ENOUGH);
      expect(percentile(overload, 0.99)).toBeLessThan(BOUND_MS);
      expect(recovered).toBeLessThan(5_000);
      expect(await harness.verdict()).toEqual([]);
    },
    LONGEST_MS,
  );
});

async function measure(load: LoadGenerator): Promise<Measurement> {
  const found = new Processors();
  let peak = await highest(load);
  const calm = found.others;
  for (;;) {
    const during = new Processors();
    const overload = await load.open(2 * peak, OVERLOAD_SECONDS);
    const measured: Measurement = { peak, overload, others: [calm, during.others] };
    const least = Math.min(...goodputs(overload)) * overload.kinds;
    if (least <= MISSED * peak) return measured;
    peak = least;
  }
}

/** By clients that ask without a pause. */
async function highest(load: LoadGenerator): Promise<number> {
  await load.closed(WINDOWS[1]!, WARM_UP_SECONDS);
  const window = async (clients: number) => {
    const result = await load.closed(clients, WINDOW_SECONDS);
    const refused = others(result).length / result.answers.length;
    return { clients, rate: refused > REFUSED ? 0 : goodput(result) };
  };
  const tried: Awaited<ReturnType<typeof window>>[] = [];
  for (const clients of WINDOWS) tried.push(await window(clients));
  const best = tried.reduce((a, b) => (b.rate > a.rate ? b : a));
  for (let again = 0; again < 2; again++) tried.push(await window(best.clients));
  return Math.max(...tried.map(({ rate }) => rate));
}

/** Of each kind only as much counts as at the peak: many cheap answers are not worth the dear ones that were refused. */
const shareOf = (peak: number, overload: LoadResult): number =>
  goodputs(overload).reduce((sum, rate) => sum + Math.min(rate, peak / overload.kinds), 0) / peak;

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const isDisturbed = ({ others: [before, during] }: Measurement) => during - before > DISTURBED;
