import { getCompany, getContact, getMe, listContacts, updateMe, userChanged } from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf, type TestService } from '@tessera/platform/testing';
import { aPerson, eventsAbout, signInAs, startIdentity } from '../../test/factories.js';

describe('me', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startIdentity();
  });
  afterAll(() => test.stop());

  it('shows an address as people read it', async () => {
    const person = await aPerson(test, { email: 'info@xn--bcher-kva.example' });
    expect(await test.ask(getMe, {}, person.actor)).toMatchObject({ email: 'info@bücher.example' });
    expect((await signInAs(test, 'info@bücher.example')).user.email).toBe('info@bücher.example');
  });

  it('shows profile, role, rights and company', async () => {
    const person = await aPerson(test, { role: 'administrator', rights: ['users.invite'] });
    expect(await test.ask(getMe, {}, person.actor)).toEqual({
      id: person.userId,
      email: person.email,
      firstName: 'Ada',
      lastName: 'Example',
      country: 'DE',
      language: null,
      role: 'administrator',
      rights: ['users.invite'],
      company: { id: person.companyId, name: 'Acme GmbH' },
      version: 1,
    });
  });

  it('changes what is given, and nothing else', async () => {
    const person = await aPerson(test);
    const before = await test.ask(getMe, {}, person.actor);
    const after = await test.ask(
      updateMe,
      { ifMatch: 1, lastName: 'Lovelace', language: 'de' },
      person.actor,
    );
    expect(after).toEqual({ ...before, lastName: 'Lovelace', language: 'de', version: 2 });
    expect(await test.ask(getMe, {}, person.actor)).toEqual(after);
    await eventsAbout(test, userChanged, person.userId);
  });

  it('takes a change only to the version that was read; of two at once, one', async () => {
    const person = await aPerson(test);
    const change = (firstName: string) => codeOf(test.ask(updateMe, { ifMatch: 1, firstName }, person.actor));
    expect((await Promise.all([change('A'), change('B')])).sort()).toEqual(['ETAG_MISMATCH', 'OK']);
  });

  it('[IDC-047] takes no change of address, role, rights or company', async () => {
    const person = await aPerson(test, { role: 'member' });
    const before = await test.ask(getMe, {}, person.actor);
    const hostile = {
      ifMatch: 1,
      email: 'x@example.com',
      role: 'owner',
      rights: ['users.manage'],
      companyId: uuidv7(),
      staffRole: 'platform-admin',
    };
    expect(await test.ask(updateMe, hostile, person.actor)).toEqual({ ...before, version: 2 });
  });

  it('needs a session', async () => {
    expect(await codeOf(test.ask(getMe, {}, null))).toBe('UNAUTHENTICATED');
  });
});

describe('contacts, for other services', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startIdentity();
  });
  afterAll(() => test.stop());

  it('of a person are address, name and language', async () => {
    const person = await aPerson(test, { role: 'owner' });
    expect(await test.ask(getContact, { userId: person.userId }, null)).toEqual({
      userId: person.userId,
      companyId: person.companyId,
      email: person.email,
      firstName: 'Ada',
      lastName: 'Example',
      language: 'en',
      role: 'owner',
    });
    expect(await codeOf(test.ask(getContact, { userId: uuidv7() }, null))).toBe('NOT_FOUND');
  });

  it('of a company are the members with a right, and always the owner', async () => {
    const owner = await aPerson(test, { role: 'owner' });
    const companyId = owner.companyId!;
    const has = await aPerson(test, { role: 'administrator', rights: ['users.notify'], companyId });
    const lacks = await aPerson(test, { role: 'administrator', rights: ['users.manage'], companyId });
    await aPerson(test, { role: 'owner' });
    const ids = async (right?: 'users.notify') =>
      (await test.ask(listContacts, { companyId, ...(right ? { right } : {}) }, null)).items
        .map((c) => c.userId)
        .sort();
    expect(await ids('users.notify')).toEqual([owner.userId, has.userId].sort());
    expect(await ids()).toEqual([owner.userId, has.userId, lacks.userId].sort());
  });

  it('have the company’s name', async () => {
    const { companyId } = await aPerson(test, { role: 'owner' });
    expect(await test.ask(getCompany, { companyId: companyId! }, null)).toEqual({
      id: companyId,
      name: 'Acme GmbH',
      country: 'DE',
    });
    expect(await codeOf(test.ask(getCompany, { companyId: uuidv7() }, null))).toBe('NOT_FOUND');
  });
});
