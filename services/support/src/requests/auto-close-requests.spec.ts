import { addMessage, getRequest, requestChanged } from '@tessera/contracts';
import { eventually } from '@tessera/platform/testing';
import { SupportWorld } from '../../test/factories.js';

let world: SupportWorld;
beforeAll(async () => {
  world = await SupportWorld.start({
    instances: 2,
    environment: {
      SETTLE_INTERVAL_SECONDS: '1',
      CLOSE_SOLVED_AFTER_DAYS: '7',
      RESOLVE_UNANSWERED_AFTER_DAYS: '14',
    },
  });
});
afterAll(() => world.stop());

const age = (id: string, days: number) =>
  world.test.query('update request set status_since = now() - make_interval(days => $2) where id = $1', [
    id,
    days,
  ]);

describe('requests without a reply', () => {
  it('[SUP-065][SUP-066][SUP-073] end after their days, once, over two instances; younger ones stay', async () => {
    const author = world.member();
    const agent = world.agent();
    const made = async (status: 'solution_provided' | 'awaiting_reply', days: number) => {
      const { id } = await world.request(author);
      await world.answer(agent, id, { status });
      await age(id, days);
      return id;
    };
    // The young ones first, so that the run that ends the old ones has seen them.
    const young = [await made('solution_provided', 6), await made('awaiting_reply', 13)];
    const old = [await made('solution_provided', 8), await made('awaiting_reply', 15)];
    const statuses = (ids: string[]) =>
      Promise.all(ids.map(async (id) => (await world.test.ask(getRequest, { id }, author)).status));
    await eventually(async () => expect(await statuses(old)).toEqual(['closed', 'resolved_no_information']));
    expect(await statuses(young)).toEqual(['solution_provided', 'awaiting_reply']);
    await eventually(() => {
      const ended = world.test.emitted(requestChanged).filter((e) => old.includes(e.aggregateId));
      expect(ended.map((e) => e.data.status).sort()).toEqual(
        ['awaiting_reply', 'closed', 'resolved_no_information', 'solution_provided'].sort(),
      );
    });
  });

  it('[SUP-073] count their days again from a reply on', async () => {
    const author = world.member();
    const { id } = await world.request(author);
    await world.answer(world.agent(), id, { status: 'awaiting_reply' });
    await age(id, 13);
    await world.test.ask(addMessage, { id, text: 'Here it is.' }, author);
    await world.answer(world.agent(), id, { status: 'awaiting_reply' });
    const [row] = await world.test.query<{ fresh: boolean }>(
      `select status_since > now() - interval '1 minute' as fresh from request where id = $1`,
      [id],
    );
    expect(row!.fresh).toBe(true);
  });
});
