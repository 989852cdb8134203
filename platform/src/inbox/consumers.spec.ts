import { randomUUID } from 'node:crypto';
import { eventually, TestService } from '../testing/index.js';
import { addNote, noteAdded, probe } from '../../test/probe-service.js';

describe('a consumer of events', () => {
  let test: TestService;
  beforeAll(async () => (test = await TestService.start(probe, { instances: 2 })));
  afterAll(() => test.stop());

  const effects = (text: string) => test.query('select 1 from effect where text = $1', [text]);
  const data = (text: string) => ({ noteId: randomUUID(), text });

  it('has the effect of an event once, whichever instance hears it', async () => {
    const actor = test.identity.actor({ rights: ['notes.add'] });
    await Promise.all(Array.from({ length: 100 }, () => test.ask(addNote, { text: 'many' }, actor)));
    await eventually(async () => expect(await effects('many')).toHaveLength(100), 15_000);
  });

  it('drops a message that was delivered before, also when the stream no longer knows its id', async () => {
    const id = await test.publish(noteAdded, data('twice'));
    await eventually(async () => expect(await effects('twice')).toHaveLength(1));
    // Another Nats-Msg-Id: what the stream's window of duplicates lets through after its time.
    await test.publish(noteAdded, data('twice'), { id, msgId: randomUUID() });
    await test.publish(noteAdded, data('after'));
    await eventually(async () => expect(await effects('after')).toHaveLength(1));
    expect(await effects('twice')).toHaveLength(1);
  });

  it('buries what cannot be read at once, and goes on with the rest', async () => {
    await test.publish(noteAdded, data('x'), { raw: 'this is not JSON', msgId: 'broken-json' });
    await test.publish(noteAdded, data('x'), {
      raw: JSON.stringify({ id: randomUUID(), data: { noteId: 7 } }),
      msgId: 'wrong-schema',
    });
    await test.publish(noteAdded, data('next'));
    await eventually(async () => expect(await effects('next')).toHaveLength(1));
    await eventually(async () => {
      const deadLettered = await test.query<{ message_id: string }>(
        'select message_id from dead_letter order by message_id',
      );
      expect(deadLettered.map((r) => r.message_id)).toEqual(
        expect.arrayContaining(['broken-json', 'wrong-schema']),
      );
    });
  });

  it('keeps the effect of a failing handler out, and replays a dead letter once an operator asks', async () => {
    const id = await test.publish(noteAdded, data('poison'));
    await eventually(async () => {
      const [row] = await test.query<{ n: number }>(
        'select count(*)::int as n from inbox where message_id = $1',
        [id],
      );
      expect(row!.n).toBe(0);
    });
    // The seven deliveries of production take minutes; what is under test is what happens to a dead letter.
    await test.query(
      `insert into dead_letter (id, consumer, subject, message_id, body, error, deliveries)
       values ($1, 'probe_note-added-v1', $2, $3, $4, 'test', 7)`,
      [
        randomUUID(),
        noteAdded.subject,
        id,
        JSON.stringify({
          id,
          subject: noteAdded.subject,
          occurredAt: new Date().toISOString(),
          companyId: null,
          userId: null,
          aggregateId: randomUUID(),
          aggregateVersion: 1,
          data: data('poison'),
        }),
      ],
    );
    await test.query('update switch set broken = false');
    await test.query('update dead_letter set replay_requested_at = now() where message_id = $1', [id]);
    await eventually(async () => {
      const [row] = await test.query<{ replayed_at: Date | null }>(
        'select replayed_at from dead_letter where message_id = $1',
        [id],
      );
      expect(row!.replayed_at).not.toBeNull();
    }, 15_000);
    expect(await effects('poison')).toHaveLength(1);
  });
});
