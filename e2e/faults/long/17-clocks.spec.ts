import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newRequest } from '../test-tenants.js';
import { LONGEST_ANSWER } from '../ledger.js';
import { SECONDS, FaultHarness } from '../fault-harness.js';
import { until } from '../waiting.js';
import { inWords } from '../words.js';

/** The library that tools/faults.mjs has found: it shows a process another time of day, its monotonic clock goes on. */
const LIBRARY = process.env.FAKETIME!;

describe('clocks that are wrong', () => {
  let harness: FaultHarness;
  let file: string;
  beforeAll(async () => {
    harness = await FaultHarness.start({}, (home) => {
      file = join(home, 'time-of-support');
      writeFileSync(file, '+0');
      return Promise.resolve({
        SUPPORT__LD_PRELOAD: LIBRARY,
        SUPPORT__FAKETIME_TIMESTAMP_FILE: file,
        SUPPORT__FAKETIME_DONT_FAKE_MONOTONIC: '1',
        SUPPORT__FAKETIME_NO_CACHE: '1',
      });
    });
  });
  afterAll(() => harness?.stop());

  /** By how many seconds support's time of day is away from Postgres', as its newest event shows. */
  async function shown(): Promise<number> {
    const [last] = await harness.tables.query<{ seconds: number }>(
      'support',
      `select extract(epoch from (body->>'occurredAt')::timestamptz - created_at)::float8 as seconds
         from outbox where subject like '%registered%' order by seq desc limit 1`,
    );
    return last!.seconds;
  }

  it.each(['+45s', '-45s'])(
    'fault 17: a service whose clock is wrong by %s serves as before',
    async (shift) => {
      const began = performance.now();
      writeFileSync(file, shift);
      await harness.underLoad(() => sleep(1_000 * SECONDS));
      expect(await shown()).toBeCloseTo(parseInt(shift), -1);
      expect(inWords(harness.requestLog.failures(began), began)).toEqual([]);
      expect(await harness.verdict()).toEqual([]);
      harness.report(17, `the clock of support jumps by ${shift}`, began);
      writeFileSync(file, '+0');
    },
  );

  it.each(['+1h', '-1h'])(
    'fault 17: a clock that jumps by %s keeps nobody waiting, and loses nothing',
    async (shift) => {
      const began = performance.now();
      const { api } = harness.companies[0]!;
      const statuses = new Map<number, number>();
      let longest = 0;
      await harness.underLoad(() => sleep(0));
      const held = api.send('POST', '/requests', newRequest('Under way'));
      writeFileSync(file, shift);
      expect((await held).status).toBeLessThan(500);
      for (const end = performance.now() + 2_000 * SECONDS; performance.now() < end; await sleep(50)) {
        const at = performance.now();
        const { status } = await api.send('POST', '/requests', newRequest(`With ${shift}`));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        longest = Math.max(longest, performance.now() - at);
        expect((await api.send('GET', '/licenses')).status).toBe(200);
      }
      expect(statuses.get(201)).toBeGreaterThan(0);
      expect(Math.abs(await shown())).toBeGreaterThan(3_500);
      writeFileSync(file, '+0');
      await until(async () => (await api.send('GET', '/requests')).status === 200, 5_000);
      // A proof of who asks that is new to it looks expired, and is refused at once; those it knows last as long as ever.
      expect([...statuses.keys()].filter((s) => ![201, 401].includes(s))).toEqual([]);
      expect(longest).toBeLessThan(LONGEST_ANSWER);
      const after = performance.now();
      await harness.underLoad(() => sleep(0));
      expect(inWords(harness.requestLog.failures(after), after)).toEqual([]);
      expect(await harness.verdict()).toEqual([]);
      harness.report(17, `the clock of support jumps by ${shift} and back`, began, {
        'answers meanwhile': Object.fromEntries(statuses),
      });
    },
  );
});

describe('the clock of Postgres', () => {
  let harness: FaultHarness;
  let file: string;
  beforeAll(async () => {
    harness = await FaultHarness.start({}, (home) => {
      file = join(home, 'time-of-postgres');
      writeFileSync(file, '+0');
      chmodSync(home, 0o755); // Postgres runs as another user where we are root
      return Promise.resolve({
        POSTGRES__LD_PRELOAD: LIBRARY,
        POSTGRES__FAKETIME_TIMESTAMP_FILE: file,
        POSTGRES__FAKETIME_DONT_FAKE_MONOTONIC: '1',
        POSTGRES__FAKETIME_NO_CACHE: '1',
        // The times of its files are the machine's, whatever hour it believes in.
        POSTGRES__NO_FAKE_STAT: '1',
      });
    });
    // One that was ordered a minute ago has rightly not begun for a database that believes in an hour before.
    const begun = `update license set starts_at = starts_at - interval '2 hours'`;
    await harness.tables.query('licensing', begun);
  });
  afterAll(() => harness?.stop());

  /** By how many seconds Postgres' time of day is away from ours. */
  async function shown(): Promise<number> {
    const asked = `select extract(epoch from clock_timestamp())::float8 as seconds`;
    const [now] = await harness.tables.query<{ seconds: number }>('support', asked);
    return now!.seconds - Date.now() / 1_000;
  }

  it.each(['+1h', '-1h'])(
    'fault 17: Postgres whose clock jumps by %s and back under load refuses nobody, and loses and expires nothing',
    async (shift) => {
      const began = performance.now();
      const pids = harness.pids();
      await harness.underLoad(async () => {
        writeFileSync(file, shift);
        await sleep(2_000 * SECONDS);
        expect(await shown()).toBeCloseTo(parseInt(shift) * 3_600, -1);
        writeFileSync(file, '+0');
      });
      expect(await shown()).toBeCloseTo(0, -1);
      expect(inWords(harness.requestLog.failures(began), began)).toEqual([]);
      expect(harness.pids()).toEqual(pids);
      expect(await harness.verdict()).toEqual([]);
      harness.report(17, `the clock of Postgres jumps by ${shift} and back`, began);
    },
  );
});
