import { newRequest } from './cast.js';
import { repeat } from './load.js';
import { SECONDS, Stage, until } from './stage.js';

/** Enough to be spread over both instances, and fewer than one instance's connections to Postgres. */
const HELD_BACK = 8;

describe('processes of services that end', () => {
  let stage: Stage;
  beforeAll(async () => (stage = await Stage.start()));
  afterAll(() => stage?.stop());

  it('fault 1: kill -9 of one of two instances amid requests fails those in flight alone, by 504, and no repeated one', async () => {
    const began = performance.now();
    const second = await stage.twin('support');
    await stage.ready(second.healthPort);
    const killedAt = await stage.underLoad(async () => {
      const { release, answered } = await requestsInFlight();
      stage.world.signal('support', 'SIGKILL');
      const at = performance.now();
      await release();
      await answered;
      return at;
    });
    const failures = stage.book.failures(began);
    const unexpected = failures.filter(({ operation, answer }) => {
      const wasInFlight = answer.began <= killedAt && answer.ended >= killedAt;
      return operation.keyed
        ? answer.code !== 'IDEMPOTENCY_IN_PROGRESS'
        : !(wasInFlight && answer.status === 504);
    });
    expect(unexpected).toEqual([]);
    expect(await stage.verdict()).toEqual([]);
    second.kill('SIGTERM');
    expect(await second.exited).toBe(0);
    stage.report(1, `kill -9 amid ${HELD_BACK} requests that waited for a lock, one of two instances`, began);
  });

  /** Requests that stand in the middle of their transactions, on both instances, until released. */
  async function requestsInFlight() {
    const [{ api, id: company }] = stage.companies as [Stage['companies'][0]];
    const request = (await api.post('/requests', newRequest('To be locked'))) as { id: string };
    const lock = await stage.tables.connect('support');
    await lock.query('begin');
    await lock.query('select 1 from request where id = $1 for update', [request.id]);
    const answered = Array.from({ length: HELD_BACK }, async (_, n) => {
      const operation = stage.book.open('message', company, n % 4 === 0);
      const headers: Record<string, string> = operation.keyed ? { 'idempotency-key': operation.op } : {};
      const body = { text: operation.op };
      await repeat(stage.book, operation, () =>
        api.send('POST', `/requests/${request.id}/messages`, body, headers),
      );
    });
    await until(async () => {
      const waiting = await stage.tables.query(
        'support',
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting.length >= HELD_BACK;
    }, 5_000);
    const release = async () => {
      await lock.query('commit');
      await lock.end();
    };
    return { release, answered: Promise.all(answered) };
  }

  it('fault 1: kill -9 of services that have one instance loses nothing, and answers 503 or 504 until they are back', async () => {
    const began = performance.now();
    const services = ['licensing', 'notifications', 'identity'];
    await stage.underLoad(async () => {
      for (const name of services) await stage.replaced(name, 'SIGKILL');
      await stage.serving(5_000);
    });
    expect(await stage.verdict()).toEqual([]);
    stage.report(1, `kill -9 of ${services.join(', ')}, the only instance`, began);
  });

  it('fault 2: a rolling restart by SIGTERM under load fails no request', async () => {
    const services =
      SECONDS > 1
        ? ['support', 'licensing', 'notifications', 'identity', 'devices']
        : ['support', 'notifications'];
    const began = performance.now();
    const exits = await stage.underLoad(async () => {
      const codes: unknown[] = [];
      for (const name of services) {
        const second = await stage.twin(name);
        await stage.ready(second.healthPort);
        await stage.replaced(name, 'SIGTERM');
        second.kill('SIGTERM');
        codes.push(await second.exited);
      }
      return codes;
    });
    expect(exits).toEqual(services.map(() => 0));
    expect(stage.book.failures(began)).toEqual([]);
    expect(stage.book.answersSince(began).length).toBeGreaterThan(100);
    expect(await stage.verdict()).toEqual([]);
    stage.report(2, `SIGTERM to two instances of ${services.join(', ')}, one after the other`, began);
  });
});
