import { randomUUID } from 'node:crypto';
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { connect, usernamePasswordAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import { noteAdded, probe } from '../../test/probe-service.js';
import { eventually, testServers, TestService } from '../testing/index.js';
import { MAX_DELIVER } from '../events/limits.js';

interface Letter {
  message_id: string | null;
  deliveries: number;
  error: string;
}

/** A sound message, but for what is said. */
const envelope = (wrong: object) =>
  JSON.stringify({
    id: randomUUID(),
    subject: noteAdded.subject,
    occurredAt: new Date().toISOString(),
    companyId: null,
    userId: null,
    aggregateId: randomUUID(),
    aggregateVersion: 1,
    data: { noteId: randomUUID(), text: 'sound' },
    ...wrong,
  });

describe('[fault 13] a poisoned event', () => {
  let test: TestService;
  let nats: NatsConnection;
  let manager: JetStreamManager;
  beforeAll(async () => {
    test = await TestService.start(probe, { instances: 2, faults: { redeliveryDelaysMs: [30] } });
    const { nats: url, natsUser, natsPassword } = testServers();
    nats = await connect({
      servers: url,
      authenticator: usernamePasswordAuthenticator(natsUser, natsPassword),
    });
    manager = await jetstreamManager(nats, { checkAPI: false });
  });
  afterAll(async () => {
    await nats.close();
    await test.stop();
  });

  const data = (text: string) => ({ noteId: randomUUID(), text });
  const effects = (text: string) => test.query('select 1 from effect where text = $1', [text]);
  const letters = () =>
    test.query<Letter>('select message_id, deliveries, error from dead_letter order by created_at');
  const letter = (id: string) =>
    eventually(async () => {
      const found = (await letters()).find((l) => l.message_id === id);
      expect(found).toBeDefined();
      return found!;
    }, 15_000);

  it('is retried as often as the stream allows, then dead-lettered with its error, while the others flow', async () => {
    const id = await test.publish(noteAdded, data('poison'));
    const before = await effects('fine');
    await Promise.all(Array.from({ length: 40 }, () => test.publish(noteAdded, data('fine'))));
    await eventually(async () => expect(await effects('fine')).toHaveLength(before.length + 40), 15_000);
    expect(await letter(id)).toMatchObject({
      deliveries: MAX_DELIVER,
      error: expect.stringContaining('cannot be handled'),
    });
    expect(await effects('poison')).toEqual([]);
  });

  it('does not stop others however many there are', async () => {
    const poisoned = await Promise.all(
      Array.from({ length: 40 }, () => test.publish(noteAdded, data('poison'))),
    );
    await Promise.all(Array.from({ length: 40 }, () => test.publish(noteAdded, data('healthy'))));
    await eventually(async () => expect(await effects('healthy')).toHaveLength(40), 15_000);
    for (const id of poisoned) await letter(id);
  });

  it.each([
    ['no JSON', '{"id":'],
    ['no object', 'null'],
    ['no id', JSON.stringify({ data: { noteId: randomUUID(), text: 'a' } })],
    ['a payload of another shape', envelope({ data: { noteId: 7 } })],
    ['a company that is no id', envelope({ companyId: 'Acme' })],
    ['a person that is no id', envelope({ userId: 7 })],
    ['an aggregate that is none', envelope({ aggregateId: undefined })],
    ['a version that is no number', envelope({ aggregateVersion: '1' })],
    ['a time that is none', envelope({ occurredAt: 'yesterday' })],
  ])('that is %s is dead-lettered at its first delivery, as it came', async (what, raw) => {
    const msgId = `poison: ${what}`;
    await test.publish(noteAdded, data('x'), { raw, msgId });
    expect(await letter(msgId)).toMatchObject({ deliveries: 1 });
    expect(await effects('sound')).toEqual([]);
    const [kept] = await test.query<{ body: string }>('select body from dead_letter where message_id = $1', [
      msgId,
    ]);
    expect(kept!.body).toBe(raw);
  });

  it('leaves nothing behind in the stream’s consumer', async () => {
    await eventually(async () => {
      const { num_pending, num_ack_pending } = await manager.consumers.info(
        'EVT_PROBE',
        'probe_note-added-v1',
      );
      expect([num_pending, num_ack_pending]).toEqual([0, 0]);
    });
  });

  it('has its effect once when an operator replays it after the cause was removed, and not before', async () => {
    const [{ message_id: id }] = (await letters()) as [Letter];
    const replay = () =>
      test.query('update dead_letter set replay_requested_at = now() where message_id = $1', [id]);
    const state = async () => {
      const [row] = await test.query<{ asked: Date | null; done: Date | null }>(
        'select replay_requested_at as asked, replayed_at as done from dead_letter where message_id = $1',
        [id],
      );
      return row!;
    };
    await replay();
    await eventually(async () => expect(await state()).toEqual({ asked: null, done: null }), 10_000);
    expect(await effects('poison')).toEqual([]);
    await test.query('update switch set broken = false');
    await replay();
    await eventually(async () => expect((await state()).done).not.toBeNull(), 10_000);
    expect(await effects('poison')).toHaveLength(1);
  });
});
