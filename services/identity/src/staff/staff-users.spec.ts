import {
  activate,
  createStaffUser,
  listStaffUsers,
  mintLink,
  type CreateStaffUser,
} from '@tessera/contracts';
import { codeOf, type TestService } from '@tessera/platform/testing';
import {
  aPerson,
  linkTo,
  PASSWORD,
  resolved,
  signInAs,
  someEmail,
  startIdentity,
  tokenFor,
  type TestPerson,
} from '../../test/factories.js';

const FIRST = 'First.Admin@vendor.example';

describe('staff', () => {
  let test: TestService;
  let admin: TestPerson;
  beforeAll(async () => {
    test = await startIdentity({ BOOTSTRAP_ADMIN_EMAIL: FIRST });
    admin = await aPerson(test, { staffRole: 'platform-admin' });
  });
  afterAll(() => test.stop());

  const create = (facts: Partial<CreateStaffUser> = {}, as: TestPerson | null = admin) => {
    const person = {
      email: someEmail(),
      firstName: 'Lee',
      lastName: 'Example',
      role: 'support-agent' as const,
    };
    return test.ask(createStaffUser, { ...person, ...facts }, as?.actor ?? null);
  };
  const restart = async () => {
    const next = await test.addInstance();
    test.instances = test.instances.filter((i) => i === next || void i.stop());
  };
  const linksToFirst = () => test.query(`select 1 from link where email_key = lower($1)`, [FIRST]);

  it('begin with one platform-admin, by a mailed link, at the first start only', async () => {
    await test.query(`delete from user_account where id = $1`, [admin.userId]);
    await restart();
    expect(await linksToFirst()).toHaveLength(1);
    await test.query(`update link set expires_at = now() where email_key = lower($1)`, [FIRST]);
    await restart();
    expect(await linksToFirst()).toHaveLength(2);
    await test.ask(
      activate,
      { token: await tokenFor(test, FIRST, 'staff_invitation'), password: PASSWORD },
      null,
    );
    await restart();
    expect(await linksToFirst()).toHaveLength(2);
    const { sessionToken, user } = await signInAs(test, FIRST);
    expect(user).toMatchObject({ role: 'platform-admin', company: null, rights: [] });
    admin = { ...admin, userId: user.id, actor: { ...admin.actor, userId: user.id } };
    expect((await resolved(test, sessionToken)).role).toBe('platform-admin');
  });

  it('are invited by mail and come in by the link', async () => {
    const partnerId = admin.userId;
    const view = await create({ role: 'partner', partnerId });
    expect(view).toMatchObject({ role: 'partner', partnerId, activated: false });
    expect(await codeOf(signInAs(test, view.email))).toBe('CREDENTIALS_REJECTED');
    const minted = await test.ask(
      mintLink,
      { linkId: await linkTo(test, view.email, 'staff_invitation') },
      null,
    );
    expect(minted.url).toMatch(/^https:\/\/portal\.example\/activate#token=/);
    await test.ask(activate, { token: minted.url.split('=')[1]!, password: PASSWORD }, null);
    const { sessionToken } = await signInAs(test, view.email);
    const [claims] = (await resolved(test, sessionToken)).actorToken.split('.').slice(1, 2);
    expect(JSON.parse(Buffer.from(claims!, 'base64url').toString())).toMatchObject({
      role: 'partner',
      pid: partnerId,
    });
    const { items } = await test.ask(listStaffUsers, {}, admin.actor);
    expect(items.find((i) => i.id === view.id)).toMatchObject({ activated: true });
  });

  it('are shown with an international domain as people read it', async () => {
    const name = someEmail().split('@')[0]!;
    const made = await create({ email: `${name}@xn--bcher-kva.example` });
    expect(made.email).toBe(`${name}@bücher.example`);
    const { items } = await test.ask(listStaffUsers, {}, admin.actor);
    expect(items.map((u) => u.email)).toContain(made.email);
  });

  it('are listed page by page', async () => {
    for (let i = 0; i < 3; i++) await create();
    const first = await test.ask(listStaffUsers, { limit: 2 }, admin.actor);
    const second = await test.ask(listStaffUsers, { limit: 2, cursor: first.nextCursor! }, admin.actor);
    const ids = [...first.items, ...second.items].map((i) => i.id);
    expect(ids).toHaveLength(4);
    expect([...ids].sort().reverse()).toEqual(ids);
  });

  it.each([
    ['a customer', 'NOT_FOUND', () => aPerson(test, { role: 'owner' })],
    ['other staff', 'NOT_FOUND', () => aPerson(test, { staffRole: 'license-admin' })],
    ['nobody', 'UNAUTHENTICATED', () => Promise.resolve(null)],
  ])('cannot be created by %s', async (_kind, code, caller) => {
    expect(await codeOf(create({}, await caller()))).toBe(code);
  });

  it('need an address without an account, and a partner only where there is one', async () => {
    const known = await aPerson(test);
    expect(await codeOf(create({ email: known.email.toUpperCase() }))).toBe('EMAIL_TAKEN');
    expect(await codeOf(create({ partnerId: known.userId }))).toBe('VALIDATION_FAILED');
  });
});
