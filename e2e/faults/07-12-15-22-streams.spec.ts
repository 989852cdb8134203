import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRequest } from '@tessera/contracts';
import { BACK_WITHIN, busIsThere, deny, limitStream, revoke } from './bus.js';
import { newRequest } from './cast.js';
import { streamName } from '@tessera/platform';
import { migrateBus, replayOutbox } from './operator.js';
import { withSlowConsumer } from './slow-consumer.js';
import { PoisonedCompany } from './poison.js';
import { Queue } from './queue.js';
import { SECONDS, services, Stage } from './stage.js';
import { until } from './waiting.js';
import { inWords, seconds } from './words.js';

describe('streams', () => {
  let stage: Stage;
  beforeAll(async () => (stage = await Stage.start()));
  afterAll(() => stage?.stop());

  it('fault 7: with its whole store the bus loses events; the outbox brings them again, and each counts once', async () => {
    const began = performance.now();
    const since = new Date();
    await stage.underLoad(async () => {
      await withSlowConsumer(stage, async () => {
        await sleep(1_000 * SECONDS);
        await stage.unsupervised(async () => {
          // With what it has fetched already; else too little would be lost.
          await stage.killed('notifications');
          await stage.killed('nats');
          rmSync(join(stage.world.home, 'nats', 'jetstream'), { recursive: true });
        });
        await until(() => busIsThere(stage.world), 15_000);
      });
      await migrateBus(stage.world);
      await stage.serving(20_000);
    });
    const { heard, events } = await stage.collect();
    const lost = events.filter(
      (e) =>
        e.published && e.subject.includes('request.registered') && !heard.some((h) => h.messageId === e.id),
    ).length;
    expect(lost).toBeGreaterThan(0);
    let again = 0;
    for (const name of services) again += await replayOutbox(stage.tables.urls[name]!, since);
    expect(await stage.verdict()).toEqual([]);
    stage.report(7, 'the store of NATS deleted', began, { lost, 'published again': again });
  });

  it('fault 12: events that come in the opposite order, and some of them again, have the effects that they would have had', async () => {
    const began = performance.now();
    const publishers = ['support', 'licensing'];
    const queues = publishers.map((name) => new Queue(stage.tables, name));
    const failed = () => stage.metric('notifications', 'tessera_events_handled_total', 'outcome="failed"');
    const poison = new PoisonedCompany(stage, stage.companies[0]!.id);
    const limits = await Promise.all(
      publishers.map((name) => limitStream(stage.world, streamName(name), (used) => used)),
    );
    await stage.underLoad(() => sleep(1_000));
    for (const queue of queues) await queue.turnAround();
    const before = await failed();
    await poison.begin(0.5);
    for (const [n, name] of publishers.entries())
      await limitStream(stage.world, streamName(name), () => limits[n]!);
    await until(async () => (await failed()) > before + 3, 10_000);
    await poison.end();
    await until(async () => (await stage.verdict(0)).every((w) => !w.startsWith('stuck')), 15_000);
    const inversions = (await stage.verdict(0)).filter((w) => w.startsWith('version')).length;
    expect(inversions).toBeGreaterThan(0);
    for (const queue of queues) await queue.turnAround();
    expect(await stage.verdict()).toEqual([]);
    stage.report(12, 'events in the opposite order, half of them refused at first', began, { inversions });
  });

  it('fault 15: a full stream leaves events in the outbox and the API up, and takes them when it has room', async () => {
    const began = performance.now();
    const unpublished = () =>
      stage.tables.query('support', 'select 1 from outbox where published_at is null').then((r) => r.length);
    const waited = await stage.underLoad(async () => {
      const before = await limitStream(stage.world, 'EVT_SUPPORT', (used) => used + 2_000);
      await until(async () => (await unpublished()) > 20, 15_000);
      await until(async () => (await stage.metric('support', 'tessera_outbox_unpublished')) > 0, 2_000);
      const most = await unpublished();
      await limitStream(stage.world, 'EVT_SUPPORT', () => before);
      return most;
    });
    expect(inWords(stage.book.failures(began), began)).toEqual([]);
    expect(await stage.verdict()).toEqual([]);
    stage.report(15, 'the stream of support is full', began, { 'waited in the outbox': waited });
  });

  it('fault 22: what the bus denies fails at once, and works again as soon as it is allowed', async () => {
    const began = performance.now();
    const { api } = stage.companies[0]!;
    const ask = async () => {
      const at = performance.now();
      const { status } = await api.send('POST', '/requests', newRequest('Denied'));
      return { status, took: performance.now() - at };
    };
    const allow = deny(stage.world, 'gateway', createRequest.subject);
    await until(async () => (await ask()).status === 500, 5_000);
    const denied = await Promise.all(Array.from({ length: 5 }, ask));
    allow();
    expect(denied.map(({ status }) => status)).toEqual(denied.map(() => 500));
    expect(Math.max(...denied.map(({ took }) => took))).toBeLessThan(100);
    await until(async () => (await ask()).status === 201, BACK_WITHIN);

    const pid = stage.world.pid('support');
    const restore = revoke(stage.world, 'support');
    // What was in flight at that moment has nobody to answer it and waits out its time; what comes after must not.
    await until(async () => (await Promise.race([ask(), sleep(1_000)]))?.status === 503, 5_000);
    const revoked = await Promise.all(Array.from({ length: 5 }, ask));
    restore();
    expect(revoked.map(({ status }) => status)).toEqual(revoked.map(() => 503));
    // Nobody answers: it is tried four times before that is believed.
    expect(Math.max(...revoked.map(({ took }) => took))).toBeLessThan(1_000);
    const back = await stage.serving(BACK_WITHIN);
    expect(stage.world.pid('support')).toBe(pid);
    expect(await stage.verdict()).toEqual([]);
    const longest = (asked: { took: number }[]) => `${Math.round(Math.max(...asked.map((a) => a.took)))} ms`;
    stage.report(22, 'a subject denied to the gateway, the credentials of support revoked', began, {
      denied: longest(denied),
      revoked: longest(revoked),
      back: seconds(back),
    });
  });
});
