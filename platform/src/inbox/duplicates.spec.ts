import { randomUUID } from 'node:crypto';
import { jetstream, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { connect, nanos, usernamePasswordAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import { addNote, noteAdded, probe } from '../../test/probe-service.js';
import { replayOutbox } from '../outbox/replay.js';
import { eventually, testServers, TestService } from '../testing/index.js';

const WINDOW_MS = 200;

describe('[fault 11] an event that is delivered again', () => {
  let test: TestService;
  let nats: NatsConnection;
  let manager: JetStreamManager;
  beforeAll(async () => {
    test = await TestService.start(probe, { instances: 2 });
    const { nats: url, natsUser, natsPassword } = testServers();
    nats = await connect({
      servers: url,
      authenticator: usernamePasswordAuthenticator(natsUser, natsPassword),
    });
    manager = await jetstreamManager(nats, { checkAPI: false });
    await manager.streams.update('EVT_PROBE', { duplicate_window: nanos(WINDOW_MS) });
  });
  afterAll(async () => {
    await nats.close();
    await test.stop();
  });

  const effects = (text: string) => test.query('select 1 from effect where text = $1', [text]);
  const stored = async () => (await manager.streams.info('EVT_PROBE')).state.messages;

  /** Everything that the stream holds has been handled and acknowledged. */
  const quiet = () =>
    eventually(async () => {
      const { num_pending, num_ack_pending } = await manager.consumers.info(
        'EVT_PROBE',
        'probe_note-added-v1',
      );
      expect([num_pending, num_ack_pending]).toEqual([0, 0]);
    }, 15_000);

  async function publish(text: string, id: string, msgID?: string) {
    const body = {
      id,
      subject: noteAdded.subject,
      occurredAt: new Date().toISOString(),
      companyId: null,
      userId: null,
      aggregateId: id,
      aggregateVersion: 1,
      data: { noteId: id, text },
    };
    return jetstream(nats).publish(noteAdded.subject, JSON.stringify(body), msgID ? { msgID } : {});
  }

  it('under the same message id is not stored twice', async () => {
    const id = randomUUID();
    const before = await stored();
    expect((await publish('same id', id, id)).duplicate).toBe(false);
    expect((await publish('same id', id, id)).duplicate).toBe(true);
    await quiet();
    expect([(await stored()) - before, (await effects('same id')).length]).toEqual([1, 1]);
  });

  it.each([
    ['without a message id', () => undefined],
    ['under another message id', () => randomUUID()],
  ])('%s is stored again and has its effect once', async (how, msgId) => {
    const id = randomUUID();
    const before = await stored();
    for (let n = 0; n < 20; n++) await publish(how, id, msgId());
    await quiet();
    expect([(await stored()) - before, (await effects(how)).length]).toEqual([20, 1]);
  });

  it('after the window of the stream has passed is stored again and has its effect once', async () => {
    const id = randomUUID();
    await publish('late', id, id);
    await quiet();
    // The server forgets an id some time after the window has passed, not at its very end.
    await eventually(async () => expect((await publish('late', id, id)).duplicate).toBe(false), 10_000);
    await quiet();
    expect(await effects('late')).toHaveLength(1);
  });

  it('by two instances at the very same moment has its effect once', async () => {
    const ids = Array.from({ length: 50 }, () => randomUUID());
    await Promise.all(ids.flatMap((id) => Array.from({ length: 4 }, () => publish('race', id))));
    await quiet();
    expect(await effects('race')).toHaveLength(50);
  });

  it('because an operator replays the outbox has its effect once', async () => {
    const since = new Date(Date.now() - 1_000);
    const actor = test.identity.actor({ rights: ['notes.add'] });
    await Promise.all(Array.from({ length: 30 }, () => test.ask(addNote, { text: 'replayed' }, actor)));
    await eventually(async () => expect(await effects('replayed')).toHaveLength(30));
    const before = await stored();
    // Until the stream takes them again: within its window it would refuse what it still knows.
    await eventually(async () => {
      expect(await replayOutbox(test, since)).toBe(30);
      await eventually(async () =>
        expect(await test.query('select 1 from outbox where published_at is null')).toEqual([]),
      );
      expect(await stored()).toBeGreaterThanOrEqual(before + 30);
    }, 15_000);
    await quiet();
    expect(await effects('replayed')).toHaveLength(30);
  });
});
