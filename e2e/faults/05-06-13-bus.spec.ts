import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { root } from '../../tools/start/settings.mjs';
import { BACK_WITHIN, busIsThere, publishRaw } from './bus.js';
import { readiness, SECONDS, Stage, until } from './stage.js';

const services = ['identity', 'licensing', 'support', 'devices', 'notifications'];
const LONG_OUTAGE_MS = SECONDS > 1 ? 30_000 : 5_000;

describe('the bus', () => {
  let stage: Stage;
  beforeAll(async () => (stage = await Stage.start({ NOTIFICATIONS__FAULT_BACK_OFF_MS: '30' })));
  afterAll(() => stage?.stop());

  const pids = () => [...services, 'gateway'].map((name) => stage.world.pid(name));
  const ready = async (name: string) => (await readiness(stage.healthPort(name))).status === 200;

  it.each([
    ['a moment', 0],
    ['longer', LONG_OUTAGE_MS],
  ])(
    'fault 5: killed and away for %s means 503 at once, and after its return everything that was acknowledged',
    async (_what, outage) => {
      const began = performance.now();
      const before = pids();
      const times = await stage.underLoad(async () => {
        stage.world.signal('nats', 'SIGKILL');
        const killed = performance.now();
        if (outage) await stage.unsupervised(() => sleep(outage));
        await until(() => busIsThere(stage.world), 15_000);
        const back = performance.now();
        const serving = await stage.serving(BACK_WITHIN);
        for (const name of services) await until(() => ready(name), BACK_WITHIN);
        return { killed, back, serving, recovered: performance.now() };
      });
      expect(times.recovered - times.back).toBeLessThan(BACK_WITHIN);
      expect(pids()).toEqual(before);
      const failures = stage.book.failures(began).map(({ answer }) => answer);
      const amid = stage.book.answersSince(times.killed).filter((a) => a.ended <= times.back);
      // What was in flight when it happened may not know how it ended; what came later does.
      const knows = amid.filter((a) => a.began > times.killed + 100);
      if (outage) expect(knows.length).toBeGreaterThan(10);
      expect(new Set(knows.map((a) => a.status))).toEqual(new Set(knows.length ? [503] : []));
      expect(failures.filter((a) => a.began < times.killed - 6_000 || a.began > times.recovered)).toEqual([]);
      expect(await stage.verdict()).toEqual([]);
      const figures = {
        away: seconds(times.back - times.killed),
        back: seconds(times.recovered - times.back),
      };
      stage.report(5, 'kill -9 of NATS', began, figures);
    },
  );

  it('fault 6: a service that starts without it waits, is not ready, and becomes ready when it comes', async () => {
    const began = performance.now();
    const twin = await stage.unsupervised(async () => {
      const nats = stage.world.pid('nats');
      process.kill(nats, 'SIGKILL');
      const early = await stage.twin('support');
      await until(async () => (await fetch(`http://127.0.0.1:${early.healthPort}/healthz`)).ok, 20_000);
      // Long enough for several tries to connect.
      for (const end = performance.now() + 2_000; performance.now() < end; await sleep(100)) {
        const answer = await readiness(early.healthPort);
        expect([answer.status, await answer.json()]).toEqual([
          503,
          expect.objectContaining({ status: 'not_ready' }),
        ]);
      }
      return early;
    });
    await until(() => busIsThere(stage.world), 15_000);
    const took = await stage.ready(twin.healthPort, BACK_WITHIN);
    await stage.serving(BACK_WITHIN);
    twin.kill('SIGTERM');
    expect(await twin.exited).toBe(0);
    stage.report(6, 'a service starts while NATS is away', began, { ready: seconds(took) });
  });

  it('fault 13: events that cannot be handled do not stop others, become dead letters, and are replayed by an operator', async () => {
    const began = performance.now();
    const [healthy, poisoned] = stage.companies as [Stage['companies'][0], Stage['companies'][0]];
    stage.poison.add('no-json');
    await publishRaw(stage.world, 'evt.support.request.registered.v1', 'this is no JSON', 'no-json');
    await stage.tables.query(
      'notifications',
      'create function refuse() returns trigger language plpgsql as $$ begin raise exception $m$poisoned$m$; end $$',
    );
    await stage.tables.query(
      'notifications',
      `create trigger poison before insert on notification for each row when (new.company_id = '${poisoned.id}') execute function refuse()`,
    );
    await stage.underLoad(() => Promise.resolve());
    const unheard = (company: string) =>
      stage.tables.query(
        'support',
        `select id from outbox where subject = 'evt.support.request.registered.v1' and company_id = $1`,
        [company],
      );
    const told = (company: string) =>
      stage.tables.query(
        'notifications',
        `select topic_id from notification where kind = 'request_registered' and company_id = $1`,
        [company],
      );
    await until(async () => (await told(healthy.id)).length === (await unheard(healthy.id)).length, 10_000);
    const letters = () =>
      stage.tables.query<{ deliveries: number }>(
        'notifications',
        'select deliveries from dead_letter where replayed_at is null and message_id <> $1',
        ['no-json'],
      );
    const missing = async () => (await stage.verdict(0)).filter((v) => v.startsWith('inbox:')).length;
    await until(
      async () => (await letters()).length > 0 && (await letters()).length === (await missing()),
      20_000,
    );
    const buried = await letters();
    expect(new Set(buried.map((l) => l.deliveries))).toEqual(new Set([7]));
    const metrics = await (
      await fetch(`http://127.0.0.1:${stage.healthPort('notifications')}/metrics`)
    ).text();
    expect(metrics).toMatch(/outcome="dead"\} [1-9]/);

    await stage.tables.query('notifications', 'drop trigger poison on notification; drop function refuse');
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: stage.world.environmentOf('notifications').DATABASE_URL!,
    };
    await promisify(execFile)(process.execPath, ['tools/operate.mjs', 'dead-letters', 'replay', 'all'], {
      cwd: root,
      env,
    });
    expect(await stage.verdict()).toEqual([]);
    stage.report(13, 'a company whose events cannot be handled, and one message that is no JSON', began, {
      buried: buried.length + 1,
    });
  });
});

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
