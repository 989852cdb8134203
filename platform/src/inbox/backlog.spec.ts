import { randomUUID } from 'node:crypto';
import { noteAdded, probe } from '../../test/probe-service.js';
import { eventually, TestService } from '../testing/index.js';

/** Events that wait when an instance starts are handled many in a transaction. */
describe('a backlog of events', () => {
  let test: TestService;
  beforeAll(async () => (test = await TestService.start(probe)));
  afterAll(() => test.stop());

  const data = (text: string) => ({ noteId: randomUUID(), text });
  const effects = async (text: string) =>
    (await test.query<{ message_id: string }>('select message_id from effect where text = $1', [text])).map(
      (row) => row.message_id,
    );

  it('[fault 11][fault 13] has each effect once, whatever stands between them', async () => {
    await Promise.all(test.instances.splice(0).map((instance) => instance.stop()));
    const ids: string[] = [];
    for (let n = 0; n < 200; n++) ids.push(await test.publish(noteAdded, data('backlog')));
    const twice = await test.publish(noteAdded, data('twice'));
    await test.publish(noteAdded, data('twice'), { id: twice, msgId: randomUUID() });
    const poison = await test.publish(noteAdded, data('poison'));
    await test.publish(noteAdded, data('x'), { raw: 'no JSON', msgId: 'broken' });
    await test.publish(noteAdded, data('behind'));
    await test.addInstance();
    await eventually(async () => expect(await effects('behind')).toHaveLength(1), 15_000);
    await eventually(async () => expect(await effects('backlog')).toHaveLength(200));
    expect((await effects('backlog')).sort()).toEqual([...ids].sort());
    expect(await effects('twice')).toEqual([twice]);
    expect(await effects('poison')).toEqual([]);
    const inbox = await test.query('select 1 from inbox where message_id = $1', [poison]);
    expect(inbox).toEqual([]);
    await eventually(async () => {
      const letters = await test.query('select message_id from dead_letter');
      expect(letters).toEqual([{ message_id: 'broken' }]);
    });
    // Of the first 200 each transaction had several: they share their moment.
    const [moments] = await test.query<{ n: number }>(
      'select count(distinct received_at)::int as n from inbox where message_id = any($1)',
      [ids],
    );
    expect(moments!.n).toBeLessThan(100);
  }, 60_000);
});
