import { setTimeout as sleep } from 'node:timers/promises';
import { newRequest } from '../test-tenants.js';
import { isWrite } from '../ledger.js';
import { FaultHarness } from '../fault-harness.js';
import { until } from '../waiting.js';
import { inWords, seconds } from '../words.js';

const HUNG_MS = 10_000;
/** Who asks later may still be answered by the one who wakes. */
const BUDGET_MS = 5_000;
/** Three questions without an answer, of two seconds each, and the waits between them. */
const WATCHDOG_MS = 9_000;
/** The bus has seen by then that the connection is closed. */
const GONE_MS = 100;
/** Questions that nobody repeats, so many milliseconds after each other, while one instance hangs. */
const ASKED = 80;
const APART_MS = 50;
/** By how much chance may favour the one that hangs, in standard deviations of so many questions. */
const CHANCE = 3;
const atMost = (share: number, asked: number) => share + CHANCE * Math.sqrt((share * (1 - share)) / asked);

const ofSupport = ['request', 'message', 'read', 'foreign'];

/** A new request without a key, so that it is asked once and by no rule again. */
async function askOnce(harness: FaultHarness, n: number): Promise<void> {
  const { api, id } = harness.companies[n % 2]!;
  const operation = harness.requestLog.open('request', id, false);
  await harness.requestLog.ask(operation, () => api.send('POST', '/requests', newRequest(operation.op), {}));
}

describe('a process that hangs', () => {
  let harness: FaultHarness;
  beforeAll(async () => (harness = await FaultHarness.start()));
  afterAll(() => harness?.stop());

  it('fault 4: an instance that hangs costs no more than its share, and does no harm when it wakes', async () => {
    const began = performance.now();
    const second = await harness.replica('support');
    await harness.ready(second.healthPort);
    const hung = await harness.underLoad(async () => {
      second.kill('SIGSTOP');
      const at = performance.now();
      const asking = Array.from({ length: ASKED }, (_, n) =>
        sleep(n * APART_MS).then(() => askOnce(harness, n)),
      );
      await sleep(HUNG_MS);
      second.kill('SIGCONT');
      await Promise.all(asking);
      return at;
    });
    // When it wakes, it does what it was given before; who comes back with a key meanwhile is told so.
    const failures = harness.requestLog
      .failures(began)
      .filter(({ answer }) => answer.code !== 'IDEMPOTENCY_IN_PROGRESS');
    const unexpected = failures.filter(
      ({ operation: o, answer: a }) =>
        !ofSupport.includes(o.kind) || a.began > hung + HUNG_MS || a.status !== 504,
    );
    expect(inWords(unexpected, hung)).toEqual([]);
    // Half of the requests meet it; of those that may be repeated, half again. Not counted are messages, all of one
    // conversation: whoever hangs amid writing one holds the others up, too.
    const share = (repeatable: boolean) => {
      const asked = harness.requestLog.operations
        .filter(
          (o) => ['request', 'read', 'foreign'].includes(o.kind) && (o.keyed || !isWrite(o)) === repeatable,
        )
        .flatMap(({ answers }) =>
          answers.filter((a) => a.began >= hung && a.began < hung + HUNG_MS - BUDGET_MS),
        );
      return { failed: asked.filter((a) => a.status >= 500).length / asked.length, asked: asked.length };
    };
    const [once, twice] = [share(false), share(true)];
    expect(once.asked).toBeGreaterThanOrEqual(ASKED);
    expect(once.failed).toBeLessThanOrEqual(atMost(0.5, once.asked));
    expect(twice.failed).toBeLessThanOrEqual(atMost(0.25, twice.asked));
    expect(await harness.verdict()).toEqual([]);
    second.kill('SIGTERM');
    expect(await second.exited).toBe(0);
    const percent = ({ failed, asked }: typeof once) => `${Math.round(failed * 100)} % of ${asked}`;
    harness.report(4, `one of two instances stopped for ${HUNG_MS / 1_000} s`, began, {
      'failed of those asked once': percent(once),
      'of those that may be repeated': percent(twice),
    });
  });

  it('fault 4: an instance that hangs for good is ended by its supervisor, and from then on nobody notices', async () => {
    const began = performance.now();
    const second = await harness.replica('support');
    await harness.ready(second.healthPort);
    const { hung, ended } = await harness.underLoad(async () => {
      const old = harness.world.pid('support');
      harness.world.signal('support', 'SIGSTOP');
      const hung = performance.now();
      await until(() => !harness.isRunning(old), WATCHDOG_MS);
      const ended = performance.now();
      await harness.returned('support');
      return { hung, ended };
    });
    const unexpected = harness.requestLog
      .failures(began)
      .filter(
        ({ operation: o, answer: a }) =>
          a.ended < hung || a.began > ended + GONE_MS || !ofSupport.includes(o.kind) || a.status !== 504,
      )
      .filter(({ answer }) => answer.code !== 'IDEMPOTENCY_IN_PROGRESS');
    expect(inWords(unexpected, hung)).toEqual([]);
    expect(await harness.verdict()).toEqual([]);
    second.kill('SIGTERM');
    expect(await second.exited).toBe(0);
    harness.report(4, 'one of two instances stopped for good', began, {
      'ended by its supervisor after': seconds(ended - hung),
    });
  });
});
