import {
  closeRequest,
  findRequest,
  getRequest,
  listMessages,
  listRequests,
  requestChanged,
} from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf, eventually } from '@tessera/platform/testing';
import { SupportWorld } from '../../test/factories.js';

let world: SupportWorld;
beforeAll(async () => void (world = await SupportWorld.start()));
afterAll(() => world.stop());

/** A company with an administrator, a member and a colleague, each with one request. */
async function company() {
  const member = world.member();
  const colleague = world.member({ companyId: member.companyId });
  const administrator = world.administrator(member.companyId!);
  const own = await world.request(member, { subject: 'Mine' });
  const others = await world.request(colleague, { subject: 'A colleague’s' });
  return { member, colleague, administrator, own, others };
}
const subjects = (list: { items: { subject: string }[] }) => list.items.map((r) => r.subject);

describe('listRequests', () => {
  it('shows own requests, the newest first', async () => {
    const { member, own } = await company();
    await world.request(member, { subject: 'Newer' });
    const list = await world.test.ask(listRequests, {}, member);
    expect(subjects(list)).toEqual(['Newer', 'Mine']);
    expect(list.items[1]).toEqual(own);
  });

  it('[SUP-055][SUP-090] shows all of the company to administrators only', async () => {
    const { member, administrator } = await company();
    const all = await world.test.ask(listRequests, { author: 'all' }, administrator);
    expect(subjects(all)).toEqual(['A colleague’s', 'Mine']);
    expect(await codeOf(world.test.ask(listRequests, { author: 'all' }, member))).toBe('RIGHT_MISSING');
  });

  it('shows nothing of another company to any of its people', async () => {
    await company();
    const stranger = world.administrator(uuidv7());
    expect((await world.test.ask(listRequests, { author: 'all' }, stranger)).items).toEqual([]);
  });

  it('[SUP-057][SUP-081] filters by a status and by the groups', async () => {
    const { member, own } = await company();
    const agent = world.agent();
    const waiting = await world.request(member, { subject: 'Waiting' });
    await world.answer(agent, waiting.id, { status: 'awaiting_reply' });
    await world.test.ask(closeRequest, { id: own.id }, member);
    const of = async (status: 'awaiting_reply' | 'active' | 'inactive' | 'in_progress') =>
      subjects(await world.test.ask(listRequests, { status }, member));
    expect(await of('awaiting_reply')).toEqual(['Waiting']);
    expect(await of('active')).toEqual(['Waiting']);
    expect(await of('inactive')).toEqual(['Mine']);
    expect(await of('in_progress')).toEqual([]);
  });

  it('walks through pages without a gap or a repetition, whatever is added meanwhile', async () => {
    const member = world.member();
    for (const n of [1, 2, 3, 4, 5]) await world.request(member, { subject: String(n) });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await world.test.ask(listRequests, { limit: 2, ...(cursor ? { cursor } : {}) }, member);
      seen.push(...subjects(page));
      cursor = page.nextCursor ?? undefined;
      await world.request(member, { subject: 'new' });
    } while (cursor);
    expect(seen).toEqual(['5', '4', '3', '2', '1']);
  });

  it('refuses a cursor of another person’s list', async () => {
    const { member, colleague } = await company();
    await world.request(member);
    const { nextCursor } = await world.test.ask(listRequests, { limit: 1 }, member);
    const carried = world.test.ask(listRequests, { limit: 1, cursor: nextCursor! }, colleague);
    expect(await codeOf(carried)).toBe('VALIDATION_FAILED');
  });
});

describe('findRequest', () => {
  it('[SUP-058] finds the request of a number, among those that the person may see', async () => {
    const { member, administrator, own, others } = await company();
    expect(await world.test.ask(findRequest, { number: ` ${own.number.toLowerCase()} ` }, member)).toEqual(
      own,
    );
    expect(await codeOf(world.test.ask(findRequest, { number: others.number }, member))).toBe('NOT_FOUND');
    expect(await world.test.ask(findRequest, { number: others.number }, administrator)).toEqual(others);
    expect(await codeOf(world.test.ask(findRequest, { number: 'T-1' }, member))).toBe('NOT_FOUND');
  });
});

describe('a request', () => {
  it('[SUP-055][SUP-091] is open to its author and to administrators; to others it does not exist', async () => {
    const { member, administrator, others } = await company();
    const stranger = world.administrator(uuidv7());
    expect(await world.test.ask(getRequest, { id: others.id }, administrator)).toMatchObject({
      subject: 'A colleague’s',
    });
    for (const who of [member, stranger]) {
      for (const contract of [getRequest, listMessages, closeRequest]) {
        expect(await codeOf(world.test.ask(contract, { id: others.id }, who))).toBe('NOT_FOUND');
      }
    }
    expect(await world.test.ask(getRequest, { id: others.id }, administrator)).toMatchObject({
      status: 'in_progress',
    });
  });
});

describe('closeRequest', () => {
  it('[SUP-069][SUP-080] cancels by the user, and tells the author', async () => {
    const { member, own } = await company();
    const closed = await world.test.ask(closeRequest, { id: own.id }, member);
    expect(closed.status).toBe('cancelled_by_user');
    await eventually(() =>
      expect(world.test.emitted(requestChanged).filter((e) => e.aggregateId === own.id)).toMatchObject([
        { userId: member.userId, companyId: member.companyId, data: { status: 'cancelled_by_user' } },
      ]),
    );
  });

  it('[SUP-091] lets an administrator close anybody’s request', async () => {
    const { administrator, others } = await company();
    expect((await world.test.ask(closeRequest, { id: others.id }, administrator)).status).toBe(
      'cancelled_by_user',
    );
  });

  it('[SUP-071] is refused for a final request, also of two at once', async () => {
    const { member, own } = await company();
    const both = await Promise.all(
      [1, 2].map(() => codeOf(world.test.ask(closeRequest, { id: own.id }, member))),
    );
    expect(both.sort()).toEqual(['OK', 'REQUEST_FINAL']);
  });
});
