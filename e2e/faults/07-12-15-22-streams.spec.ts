import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRequest } from '@tessera/contracts';
import { BACK_WITHIN, busIsThere, deny, limitStream, revoke } from './bus.js';
import { newRequest } from './test-tenants.js';
import { streamName } from '@tessera/platform';
import { migrateBus, replayOutbox } from './operator.js';
import { withSlowConsumer } from './slow-consumer.js';
import { PoisonedCompany } from './poison.js';
import { Queue } from './queue.js';
import { SECONDS, services, FaultHarness } from './fault-harness.js';
import { until } from './waiting.js';
import { inWords, seconds } from './words.js';

describe('streams', () => {
  let harness: FaultHarness;
  beforeAll(async () => (harness = await FaultHarness.start()));
  afterAll(() => harness?.stop());

  it('fault 7: with its whole store the bus loses events; the outbox brings them again, and each counts once', async () => {
    const began = performance.now();
    const since = new Date();
    await harness.underLoad(async () => {
      await withSlowConsumer(harness, async () => {
        await sleep(1_000 * SECONDS);
        await harness.unsupervised(async () => {
          // With what it has fetched already; else too little would be lost.
          await harness.killed('notifications');
          await harness.killed('nats');
          rmSync(join(harness.world.home, 'nats', 'jetstream'), { recursive: true });
        });
        await until(() => busIsThere(harness.world), 15_000);
      });
      await migrateBus(harness.world);
      await harness.serving(20_000);
    });
    const { heard, events } = await harness.collect();
    const lost = events.filter(
      (e) =>
        e.published && e.subject.includes('request.registered') && !heard.some((h) => h.messageId === e.id),
    ).length;
    expect(lost).toBeGreaterThan(0);
    let again = 0;
    for (const name of services) again += await replayOutbox(harness.tables.urls[name]!, since);
    expect(await harness.verdict()).toEqual([]);
    harness.report(7, 'the store of NATS deleted', began, { lost, 'published again': again });
  });

  it('fault 12: events that come in the opposite order, and some of them again, have the effects that they would have had', async () => {
    const began = performance.now();
    const publishers = ['support', 'licensing'];
    const queues = publishers.map((name) => new Queue(harness.tables, name));
    const failed = () => harness.metric('notifications', 'tessera_events_handled_total', 'outcome="failed"');
    const poison = new PoisonedCompany(harness, harness.companies[0]!.id);
    const limits = await Promise.all(
      publishers.map((name) => limitStream(harness.world, streamName(name), (used) => used)),
    );
    await harness.underLoad(() => sleep(1_000));
    for (const queue of queues) await queue.turnAround();
    const before = await failed();
    await poison.begin(0.5);
    for (const [n, name] of publishers.entries())
      await limitStream(harness.world, streamName(name), () => limits[n]!);
    await until(async () => (await failed()) > before + 3, 10_000);
    await poison.end();
    await until(async () => (await harness.verdict(0)).every((w) => !w.startsWith('stuck')), 15_000);
    const inversions = (await harness.verdict(0)).filter((w) => w.startsWith('version')).length;
    expect(inversions).toBeGreaterThan(0);
    for (const queue of queues) await queue.turnAround();
    expect(await harness.verdict()).toEqual([]);
    harness.report(12, 'events in the opposite order, half of them refused at first', began, { inversions });
  });

  it('fault 15: a full stream leaves events in the outbox and the API up, and takes them when it has room', async () => {
    const began = performance.now();
    const unpublished = () =>
      harness.tables
        .query('support', 'select 1 from outbox where published_at is null')
        .then((r) => r.length);
    const waited = await harness.underLoad(async () => {
      const before = await limitStream(harness.world, 'EVT_SUPPORT', (used) => used + 2_000);
      await until(async () => (await unpublished()) > 20, 15_000);
      await until(async () => (await harness.metric('support', 'tessera_outbox_unpublished')) > 0, 2_000);
      const most = await unpublished();
      await limitStream(harness.world, 'EVT_SUPPORT', () => before);
      return most;
    });
    expect(inWords(harness.requestLog.failures(began), began)).toEqual([]);
    expect(await harness.verdict()).toEqual([]);
    harness.report(15, 'the stream of support is full', began, { 'waited in the outbox': waited });
  });

  it('fault 22: what the bus denies fails at once, and works again as soon as it is allowed', async () => {
    const began = performance.now();
    const { api } = harness.companies[0]!;
    const ask = async () => {
      const at = performance.now();
      const { status } = await api.send('POST', '/requests', newRequest('Denied'));
      return { status, took: performance.now() - at };
    };
    const allow = deny(harness.world, 'gateway', createRequest.subject);
    await until(async () => (await ask()).status === 500, 5_000);
    const denied = await Promise.all(Array.from({ length: 5 }, ask));
    allow();
    expect(denied.map(({ status }) => status)).toEqual(denied.map(() => 500));
    expect(Math.max(...denied.map(({ took }) => took))).toBeLessThan(100);
    await until(async () => (await ask()).status === 201, BACK_WITHIN);

    const pid = harness.world.pid('support');
    const restore = revoke(harness.world, 'support');
    // What was in flight at that moment has nobody to answer it and waits out its time; what comes after must not.
    await until(async () => (await Promise.race([ask(), sleep(1_000)]))?.status === 503, 5_000);
    const revoked = await Promise.all(Array.from({ length: 5 }, ask));
    restore();
    expect(revoked.map(({ status }) => status)).toEqual(revoked.map(() => 503));
    // Nobody answers: it is tried four times before that is believed.
    expect(Math.max(...revoked.map(({ took }) => took))).toBeLessThan(1_000);
    const back = await harness.serving(BACK_WITHIN);
    expect(harness.world.pid('support')).toBe(pid);
    expect(await harness.verdict()).toEqual([]);
    const longest = (asked: { took: number }[]) => `${Math.round(Math.max(...asked.map((a) => a.took)))} ms`;
    harness.report(22, 'a subject denied to the gateway, the credentials of support revoked', began, {
      denied: longest(denied),
      revoked: longest(revoked),
      back: seconds(back),
    });
  });
});
