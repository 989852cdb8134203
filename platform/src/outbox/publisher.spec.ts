import { randomUUID } from 'node:crypto';
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { BusConnection } from '../bus/connection.js';
import { makeLogger } from '../observability/logger.js';
import { testServers } from '../testing/test-infrastructure.js';
import { Publisher } from './publisher.js';
import type { UnpublishedRow } from './unpublished.js';

const STREAM = 'PUBLISHER_SPEC';
const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

const row = (subject: string, more: Partial<UnpublishedRow> = {}): UnpublishedRow => ({
  seq: '1',
  id: randomUUID(),
  aggregateId: randomUUID(),
  subject,
  traceparent: '',
  body: '{"text":"Grüße"}',
  ...more,
});

describe('the publisher', () => {
  let connection: BusConnection;
  let manager: JetStreamManager;
  beforeAll(async () => {
    const { nats: url, natsUser: user, natsPassword: password } = testServers();
    connection = await BusConnection.open({
      url,
      service: 'spec',
      user,
      password,
      logger: makeLogger('t', 'silent'),
    });
    manager = await jetstreamManager(connection.nc, { checkAPI: false });
    await manager.streams.add({
      name: STREAM,
      subjects: ['publisher.spec.>'],
      discard: 'new',
      max_msgs: 50,
    });
  });
  afterAll(async () => {
    await manager.streams.delete(STREAM);
    await connection.close();
  });
  beforeEach(() => manager.streams.purge(STREAM));

  async function publish(rows: UnpublishedRow[], patience = 2_000): Promise<(string | null)[]> {
    const publisher = new Publisher(connection, patience);
    const outcomes = await publisher.publish(rows);
    publisher.close();
    return outcomes.map((outcome) => outcome && outcome.message);
  }

  it('publishes a row under its id, with its trace and its body as it is', async () => {
    const one = row('publisher.spec.one', { traceparent: trace });
    expect(await publish([one, one])).toEqual([null, null]);
    const stored = await manager.streams.getMessage(STREAM, { last_by_subj: one.subject });
    expect(stored!.string()).toBe(one.body);
    expect([stored!.header.get('Nats-Msg-Id'), stored!.header.get('traceparent')]).toEqual([one.id, trace]);
    expect((await manager.streams.info(STREAM)).state.messages).toBe(1);
  });

  it('tells of each row what became of it, whatever became of those around it', async () => {
    const rows = [
      row('publisher.spec.a'),
      row('publisher.nobody'),
      row('publisher.spec.b', { body: 'x'.repeat(1_100_000) }),
      row('publisher.spec.c'),
    ];
    expect(await publish(rows)).toEqual([
      null,
      expect.stringContaining('no stream takes it'),
      expect.stringContaining('max_payload'),
      null,
    ]);
  });

  it('tells which ones a full stream has refused', async () => {
    const outcomes = await publish(Array.from({ length: 80 }, () => row('publisher.spec.full')));
    expect(outcomes.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => null));
    expect(outcomes.slice(50)).toEqual(
      Array.from({ length: 30 }, () => expect.stringContaining('maximum messages')),
    );
  });

  it('keeps batches that are on their way together apart', async () => {
    const publisher = new Publisher(connection, 2_000);
    const batches = [3, 1, 5].map((count) =>
      publisher.publish(
        Array.from({ length: count }, (_, n) => row(n % 2 ? 'publisher.nobody' : 'publisher.spec.a')),
      ),
    );
    const kinds = (await Promise.all(batches)).map((outcomes) => outcomes.map((o) => o === null));
    expect(kinds).toEqual([[true, false, true], [true], [true, false, true, false, true]]);
    publisher.close();
  });

  it.each([
    ['when its patience is over', 'the stream did not answer', () => undefined],
    ['when the bus is lost', 'the bus was lost', () => connection.emit('lost')],
    [
      'when the bus denies it',
      'Permissions',
      () => connection.emit('denied', new Error('Permissions Violation for Publish to "publisher.deaf"')),
    ],
  ])('gives up a row without an acknowledgement %s, and no other one', async (_when, why, what) => {
    // Somebody hears it, so that the bus does not say at once that there is nobody.
    const deaf = connection.nc.subscribe('publisher.deaf', { callback: () => undefined });
    const publisher = new Publisher(connection, 500);
    const publishing = publisher.publish([row('publisher.spec.a'), row('publisher.deaf')]);
    await connection.nc.flush();
    await connection.nc.flush();
    what();
    expect(await publishing).toEqual([
      null,
      expect.objectContaining({ message: expect.stringContaining(why) }),
    ]);
    publisher.close();
    deaf.unsubscribe();
  });
});
