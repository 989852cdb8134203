import {
  addMessage,
  answerRequest,
  assignRequest,
  closeRequest,
  getRequest,
  getStaffRequest,
  listMessages,
  listStaffMessages,
  listStaffRequests,
  type ListStaffRequests,
} from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf } from '@tessera/platform/testing';
import { SupportWorld } from '../../test/factories.js';

let world: SupportWorld;
beforeAll(async () => void (world = await SupportWorld.start()));
afterAll(() => world.stop());

const ids = async (input: ListStaffRequests, agent = world.agent()) =>
  (await world.test.ask(listStaffRequests, input, agent)).items.map((r) => r.id);

describe('the queue', () => {
  it('shows requests of all companies, with the company', async () => {
    const [first, second] = [await world.request(world.member()), await world.request(world.member())];
    const { items } = await world.test.ask(listStaffRequests, { limit: 2 }, world.agent());
    expect(items.map((r) => r.id)).toEqual([second.id, first.id]);
    expect(items[0]).toMatchObject({ company: { name: 'Acme GmbH' }, assignee: null });
    const oldestFirst = await ids({ sort: 'createdAt', limit: 100 });
    expect(oldestFirst.indexOf(first.id)).toBeLessThan(oldestFirst.indexOf(second.id));
  });

  it('filters by status, assignee, product and category', async () => {
    const agent = world.agent();
    const product = { ...world.shield, id: uuidv7() };
    const author = world.member();
    world.entitlements.set(author.companyId!, [product]);
    const technical = await world.request(author, { category: 'technical', productId: product.id });
    const portal = await world.request(author);
    await world.answer(agent, portal.id, { status: 'solution_provided' });
    await world.test.ask(assignRequest, { id: technical.id, userId: agent.userId }, agent);
    expect(await ids({ product: product.id })).toEqual([technical.id]);
    expect(await ids({ assignee: 'me' }, agent)).toEqual([technical.id]);
    expect(await ids({ assignee: agent.userId })).toEqual([technical.id]);
    expect(await ids({ assignee: agent.userId.toUpperCase() })).toEqual([technical.id]);
    expect(await ids({ status: 'solution_provided' })).toEqual([portal.id]);
    expect(await ids({ assignee: 'nobody', limit: 1 })).toEqual([portal.id]);
    expect(await ids({ category: 'technical' })).toEqual([technical.id]);
    expect(await ids({ category: 'technical', status: 'inactive' })).toEqual([]);
  });

  it('shows the requests of one company alone, page by page', async () => {
    const author = world.member();
    const companyId = author.companyId!;
    const first = await world.request(author);
    await world.request(world.member());
    const second = await world.request(world.administrator(companyId));
    expect(await ids({ companyId })).toEqual([second.id, first.id]);
    expect(await ids({ companyId, status: 'inactive' })).toEqual([]);
    const agent = world.agent();
    const page = await world.test.ask(listStaffRequests, { companyId, limit: 1 }, agent);
    const cursor = page.nextCursor!;
    expect(await ids({ companyId, cursor })).toEqual([first.id]);
    expect(await codeOf(world.test.ask(listStaffRequests, { cursor }, agent))).toBe('VALIDATION_FAILED');
  });

  it('gives a request to one of the support staff, and back', async () => {
    const lead = world.agent({ role: 'support-lead' });
    const agent = world.agent();
    const { id } = await world.request(world.member());
    const assigned = await world.test.ask(assignRequest, { id, userId: agent.userId }, lead);
    expect(assigned.assignee).toEqual({ id: agent.userId, name: `Pat ${agent.userId.slice(-4)}` });
    expect((await world.test.ask(getStaffRequest, { id }, lead)).assignee?.id).toBe(agent.userId);
    expect((await world.test.ask(assignRequest, { id, userId: null }, lead)).assignee).toBeNull();
  });

  it.each(['member', 'license-admin', 'gone'])('gives no request to a person who is %s', async (role) => {
    const agent = world.agent();
    const { id } = await world.request(world.member());
    const other = uuidv7();
    world.roles.set(other, role);
    expect(await codeOf(world.test.ask(assignRequest, { id, userId: other }, agent))).toBe(
      'ASSIGNEE_NOT_SUPPORT',
    );
    expect((await world.test.ask(getStaffRequest, { id }, agent)).assignee).toBeNull();
  });

  it('[SUP-068] refuses a request with a reason that the customer reads, and it is final', async () => {
    const author = world.member();
    const { id } = await world.request(author);
    await world.answer(world.agent(), id, {
      text: 'We do not repair cars.',
      status: 'cancelled_by_specialist',
    });
    expect(await world.test.ask(getRequest, { id }, author)).toMatchObject({
      status: 'cancelled_by_specialist',
      open: false,
    });
    const { items } = await world.test.ask(listMessages, { id }, author);
    expect(items.map(({ text }) => text)).toEqual(['We do not repair cars.']);
    expect(await codeOf(world.test.ask(addMessage, { id, text: 'But …' }, author))).toBe('REQUEST_FINAL');
  });

  it('does not show customers who works on their request', async () => {
    const author = world.member();
    const agent = world.agent();
    const { id } = await world.request(author);
    await world.test.ask(assignRequest, { id, userId: agent.userId }, agent);
    expect(JSON.stringify(await world.test.ask(getRequest, { id }, author))).not.toContain(agent.userId);
  });

  it('refuses to assign a final request, and an unknown one', async () => {
    const author = world.member();
    const agent = world.agent();
    const { id } = await world.request(author);
    await world.test.ask(closeRequest, { id }, author);
    const assign = (request: string) =>
      world.test.ask(assignRequest, { id: request, userId: agent.userId }, agent);
    expect(await codeOf(assign(id))).toBe('REQUEST_FINAL');
    expect(await codeOf(assign(uuidv7()))).toBe('NOT_FOUND');
  });

  it.each(['owner', 'administrator', 'license-admin', 'partner'])(
    'does not exist for a person of role %s',
    async (role) => {
      const author = world.member();
      const { id } = await world.request(author);
      const person = world.member({ companyId: author.companyId, role, rights: ['requests.manage'] });
      const asked = [
        world.test.ask(listStaffRequests, {}, person),
        world.test.ask(getStaffRequest, { id }, person),
        world.test.ask(listStaffMessages, { id }, person),
        world.test.ask(answerRequest, { id, text: 'x' }, person),
        world.test.ask(assignRequest, { id, userId: null }, person),
      ];
      expect(new Set(await Promise.all(asked.map(codeOf)))).toEqual(new Set(['NOT_FOUND']));
    },
  );
});
