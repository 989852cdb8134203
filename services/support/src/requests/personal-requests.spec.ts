import {
  addMessage,
  answerRequest,
  closeRequest,
  createRequest,
  findRequest,
  getRequest,
  getRequestForm,
  getStaffRequest,
  listMessages,
  listRequests,
  listStaffRequests,
  openAttachment,
  requestAnswered,
  requestRegistered,
} from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf, eventually } from '@tessera/platform/testing';
import { SupportWorld } from '../../test/factories.js';

let world: SupportWorld;
beforeAll(async () => void (world = await SupportWorld.start()));
afterAll(() => world.stop());

const alone = () => world.member({ companyId: null, role: 'none', rights: [] });
const subjects = (list: { items: { subject: string }[] }) => list.items.map((r) => r.subject);

describe('requests of a person without a company', () => {
  it('are offered and taken in the category of the portal, and in no other', async () => {
    const person = alone();
    const form = await world.test.ask(getRequestForm, {}, person);
    expect(form).toMatchObject({ category: 'portal', categories: ['portal'], productGroups: [] });
    expect(await codeOf(world.test.ask(getRequestForm, { category: 'technical' }, person))).toBe(
      'COMPANY_REQUIRED',
    );
    for (const category of ['technical', 'feedback', 'threat_portal', 'apns_certificate'] as const)
      expect(await codeOf(world.request(person, { category }))).toBe('COMPANY_REQUIRED');
    expect(await world.request(person)).toMatchObject({
      category: 'portal',
      status: 'in_progress',
      author: { id: person.userId },
    });
  });

  it('are a conversation with support like any other', async () => {
    const person = alone();
    const agent = world.agent();
    const attachmentId = await world.upload(person);
    const { id, number } = await world.request(person, { attachmentIds: [attachmentId] });
    expect(await codeOf(world.test.ask(openAttachment, { id: attachmentId }, agent))).toBe('OK');
    const { items } = await world.test.ask(listStaffRequests, { limit: 100 }, agent);
    expect(items.find((r) => r.id === id)!.company).toMatchObject({ id: person.userId, personal: true });
    await world.test.ask(answerRequest, { id, text: 'Which code?', status: 'awaiting_reply' }, agent);
    await world.test.ask(addMessage, { id, text: 'This one.' }, person);
    expect(await world.test.ask(findRequest, { number }, person)).toMatchObject({ status: 'in_progress' });
    const { items: said } = await world.test.ask(listMessages, { id }, person);
    expect(said.map((m) => m.text)).toEqual(['Which code?', 'This one.']);
    expect(await world.test.ask(closeRequest, { id }, person)).toMatchObject({
      status: 'cancelled_by_user',
    });
    await eventually(() => {
      for (const contract of [requestRegistered, requestAnswered])
        expect(world.test.emitted(contract).filter((e) => e.aggregateId === id)).toMatchObject([
          { userId: person.userId, companyId: null },
        ]);
    });
  });

  it('are visible to no other person, nor those of others to their author', async () => {
    const person = alone();
    const { id } = await world.request(person);
    const administrator = world.administrator(uuidv7());
    const { id: theirs } = await world.request(administrator);
    // Whoever had this id as company would see them; the actor's token comes from identity, which gives none.
    for (const who of [alone(), administrator, world.member()])
      for (const contract of [getRequest, listMessages, closeRequest])
        expect(await codeOf(world.test.ask(contract, { id }, who))).toBe('NOT_FOUND');
    expect(await codeOf(world.test.ask(getRequest, { id: theirs }, person))).toBe('NOT_FOUND');
    expect(subjects(await world.test.ask(listRequests, {}, alone()))).toEqual([]);
    expect(await codeOf(world.test.ask(listRequests, { author: 'all' }, person))).toBe('RIGHT_MISSING');
  });

  it('stay with the person who joins a company, and are not shown to the company', async () => {
    const person = alone();
    const { id } = await world.request(person, { subject: 'Before' });
    const joined = { ...person, companyId: uuidv7(), role: 'member' };
    const administrator = world.administrator(joined.companyId);
    await world.request(joined, { subject: 'After' });
    expect(subjects(await world.test.ask(listRequests, {}, joined))).toEqual(['After', 'Before']);
    expect(await world.test.ask(getRequest, { id }, joined)).toMatchObject({ subject: 'Before' });
    await world.test.ask(addMessage, { id, text: 'Solved by joining.' }, joined);
    expect(subjects(await world.test.ask(listRequests, { author: 'all' }, administrator))).toEqual(['After']);
    expect(await codeOf(world.test.ask(getRequest, { id }, administrator))).toBe('NOT_FOUND');
    const staff = await world.test.ask(getStaffRequest, { id }, world.agent());
    expect(staff.company).toMatchObject({ personal: true });
  });

  it.each(['license-admin', 'partner', 'support-agent'])('are none of a %s', async (role) => {
    const staff = world.member({ companyId: null, role, rights: [] });
    const asked = [
      world.test.ask(listRequests, {}, staff),
      world.test.ask(getRequestForm, {}, staff),
      world.test.ask(
        createRequest,
        { category: 'portal', subject: 'A question', description: 'How does it work?' },
        staff,
      ),
    ];
    expect(new Set(await Promise.all(asked.map(codeOf)))).toEqual(new Set(['COMPANY_REQUIRED']));
  });
});
