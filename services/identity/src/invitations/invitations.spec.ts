import {
  cancelInvitation,
  createInvitation,
  inspectLink,
  invitationPurposes,
  linkRequested,
  listInvitations,
  mintLink,
  resendInvitation,
  type CreateInvitation,
  type InvitationView,
  type Right,
} from '@tessera/contracts';
import { codeOf, eventually, type TestService } from '@tessera/platform/testing';
import {
  aPerson,
  linkTo,
  someEmail,
  startIdentity,
  tokenFor,
  type TestPerson,
} from '../../test/factories.js';

describe('invitations', () => {
  let test: TestService;
  let owner: TestPerson;
  beforeAll(async () => {
    test = await startIdentity({ INVITATIONS_PER_COMPANY_DAY: '12' });
  });
  beforeEach(async () => {
    owner = await aPerson(test, { role: 'owner' });
  });
  afterAll(() => test.stop());

  const invite = (by: TestPerson, facts: Partial<CreateInvitation> = {}) =>
    test.ask(createInvitation, { email: someEmail(), purpose: 'member', ...facts }, by.actor);
  const administrator = (rights: Right[]) =>
    aPerson(test, { role: 'administrator', rights, companyId: owner.companyId! });

  it('[IDC-074][IDC-075][NOT-014] mail a link that lives seven days and says who invites where', async () => {
    const invitation = await invite(owner, { rights: ['requests.manage'] });
    expect(invitation).toMatchObject({
      purpose: 'member',
      rights: ['requests.manage'],
      status: 'pending',
      inviterId: owner.userId,
    });
    const linkId = await linkTo(test, invitation.email, 'invitation');
    await eventually(() =>
      expect(test.emitted(linkRequested).map((e) => e.data)).toContainEqual({
        linkId,
        purpose: 'invitation',
      }),
    );
    const minted = await test.ask(mintLink, { linkId }, null);
    expect(minted).toMatchObject({
      email: invitation.email,
      companyName: 'Acme GmbH',
      inviterName: 'Ada Example',
      firstName: '',
    });
    expect(minted.url).toMatch(/^https:\/\/portal\.example\/accept-invitation#token=/);
    expect((Date.parse(minted.expiresAt) - Date.now()) / 86_400_000).toBeCloseTo(7, 2);
  });

  it('[IDC-074] are for owners and for administrators with that right', async () => {
    const others = [
      await administrator(['users.manage']),
      await aPerson(test, { role: 'member', companyId: owner.companyId! }),
    ];
    for (const other of others) expect(await codeOf(invite(other))).toBe('RIGHT_MISSING');
    expect(await codeOf(invite(await administrator(['users.invite'])))).toBe('OK');
  });

  it('grant nothing that the inviter lacks, at creation and at sending again', async () => {
    const inviter = await administrator(['users.invite', 'requests.manage']);
    expect(await codeOf(invite(inviter, { rights: ['licenses.manage'] }))).toBe('RIGHT_MISSING');
    expect(await codeOf(invite(inviter, { rights: ['requests.manage'] }))).toBe('OK');
    const byOwner = await invite(owner, { rights: ['licenses.manage'] });
    expect(await codeOf(test.ask(resendInvitation, { id: byOwner.id }, inviter.actor))).toBe('RIGHT_MISSING');
  });

  it('believe the membership, not a token from before the right was withdrawn', async () => {
    const inviter = await administrator(['users.invite']);
    await test.query(`update membership set rights = '{}', role = 'member' where user_id = $1`, [
      inviter.userId,
    ]);
    expect(await codeOf(invite(inviter))).toBe('RIGHT_MISSING');
  });

  it('[IDC-080] that are expired can be sent again, with a new lifetime', async () => {
    const { id, email } = await invite(owner);
    const old = await tokenFor(test, email, 'invitation');
    await test.query(`update invitation set expires_at = now() - interval '1 second' where id = $1`, [id]);
    await test.query(`update link set expires_at = now() - interval '1 second' where invitation_id = $1`, [
      id,
    ]);
    const { items } = await test.ask(listInvitations, {}, owner.actor);
    expect(items).toMatchObject([{ id, status: 'expired' }]);
    const again = await test.ask(resendInvitation, { id }, owner.actor);
    expect(again.status).toBe('pending');
    expect(await tokenFor(test, email, 'invitation')).not.toBe(old);
  });

  it('to one address exist once, unless the earlier one is over', async () => {
    const { id, email } = await invite(owner);
    expect(await codeOf(invite(owner, { email: email.toUpperCase() }))).toBe('ALREADY_INVITED');
    await test.query(`update invitation set expires_at = now() where id = $1`, [id]);
    expect(await codeOf(invite(owner, { email }))).toBe('OK');
    const member = await aPerson(test, { role: 'member', companyId: owner.companyId! });
    expect(await codeOf(invite(owner, { email: member.email }))).toBe('ALREADY_MEMBER');
  });

  it('do not reveal whether the address has an account', async () => {
    const stranger = await aPerson(test, { role: 'member' });
    const ofItsOwn = { id: '', createdAt: '', expiresAt: '', email: '' };
    const known = await invite(owner, { email: stranger.email });
    const unknown = await invite(owner);
    expect({ ...known, ...ofItsOwn }).toEqual({ ...unknown, ...ofItsOwn });
    const lifetime = ({ createdAt, expiresAt }: InvitationView) =>
      Date.parse(expiresAt) - Date.parse(createdAt);
    expect(Math.round(lifetime(known) / 60_000)).toBe(Math.round(lifetime(unknown) / 60_000));
  });

  it('that are cancelled are over', async () => {
    const { id, email } = await invite(owner);
    expect(await test.ask(cancelInvitation, { id }, owner.actor)).toBeNull();
    const linkId = await linkTo(test, email, 'invitation');
    expect(await codeOf(test.ask(mintLink, { linkId }, null))).toBe('LINK_GONE');
    for (const verb of [cancelInvitation, resendInvitation]) {
      expect(await codeOf(test.ask(verb, { id }, owner.actor))).toBe('INVITATION_CLOSED');
    }
  });

  it('of another company are not there', async () => {
    const { id } = await invite(await aPerson(test, { role: 'owner' }));
    for (const verb of [cancelInvitation, resendInvitation]) {
      expect(await codeOf(test.ask(verb, { id }, owner.actor))).toBe('NOT_FOUND');
    }
    expect(await test.ask(listInvitations, {}, owner.actor)).toEqual({ items: [], nextCursor: null });
  });

  it('are listed page by page, newest first', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.unshift((await invite(owner)).id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await test.ask(listInvitations, { limit: 2, ...(cursor ? { cursor } : {}) }, owner.actor);
      seen.push(...page.items.map((i) => i.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(ids);
  });

  it("take no other company's cursor", async () => {
    for (let i = 0; i < 2; i++) await invite(owner);
    const { nextCursor } = await test.ask(listInvitations, { limit: 1 }, owner.actor);
    const other = await aPerson(test, { role: 'owner' });
    expect(await codeOf(test.ask(listInvitations, { cursor: nextCursor! }, other.actor))).toBe(
      'VALIDATION_FAILED',
    );
  });

  it('are limited by company and day', async () => {
    const outcomes: string[] = [];
    for (let i = 0; i < 13; i++) outcomes.push(await codeOf(invite(owner)));
    expect(outcomes.slice(0, 12)).toEqual(Array(12).fill('OK'));
    expect(outcomes[12]).toBe('TOO_MANY_REQUESTS');
  });

  it('with the same idempotency key are made once', async () => {
    const input: CreateInvitation = { email: someEmail(), purpose: 'both' };
    const first = await test.ask(createInvitation, input, owner.actor, { idempotencyKey: 'k1' });
    expect(await test.ask(createInvitation, input, owner.actor, { idempotencyKey: 'k1' })).toEqual(first);
  });

  it('of one company neither use up nor show those of another', async () => {
    const email = someEmail();
    const other = await aPerson(test, { role: 'owner' });
    for (let n = 0; n < 3; n++) {
      const { id } = await invite(other, { email });
      await test.ask(cancelInvitation, { id }, other.actor);
    }
    expect(await codeOf(invite(other, { email }))).toBe('TOO_MANY_REQUESTS');
    const { id } = await invite(owner, { email });
    const [link] = await test.query('select invitation_id as id from link where id = $1', [
      await linkTo(test, email, 'invitation'),
    ]);
    expect(link).toEqual({ id });
  });

  it('answer the same when a mailbox has got too many of others', async () => {
    const email = someEmail();
    for (let n = 0; n < 14; n++) {
      const inviter = await aPerson(test, { role: 'owner' });
      expect(await codeOf(invite(inviter, { email }))).toBe('OK');
    }
    const links = await test.query('select 1 from link where email_key = lower($1)', [email]);
    expect(links.length).toBeLessThanOrEqual(12);
  });

  it('can be looked at by their link, which says who invites where', async () => {
    const { email, expiresAt } = await invite(owner);
    const token = await tokenFor(test, email, 'invitation');
    expect(await test.ask(inspectLink, { token }, null)).toEqual({
      purpose: 'invitation',
      email,
      firstName: '',
      lastName: '',
      companyName: 'Acme GmbH',
      inviterName: 'Ada Example',
      license: 'none',
      codeEnd: null,
      expiresAt: expect.any(String),
    });
    expect(expiresAt).toEqual(expect.any(String));
  });

  it.each(invitationPurposes)(
    '[CON-08] for %s are one record, which lives seven days and can be sent again and cancelled',
    async (purpose) => {
      const { id, createdAt, expiresAt } = await invite(owner, { purpose });
      expect(Math.round((Date.parse(expiresAt) - Date.parse(createdAt)) / 3_600_000)).toBe(7 * 24);
      expect(await test.ask(resendInvitation, { id }, owner.actor)).toMatchObject({ id, purpose });
      expect(await codeOf(test.ask(cancelInvitation, { id }, owner.actor))).toBe('OK');
      const { items } = await test.ask(listInvitations, {}, owner.actor);
      expect(items).toMatchObject([{ id, purpose, status: 'cancelled' }]);
    },
  );

  it('[CON-08] to a device grant no rights', async () => {
    expect(await codeOf(invite(owner, { purpose: 'device', rights: ['users.invite'] }))).toBe(
      'VALIDATION_FAILED',
    );
    expect(await invite(owner, { purpose: 'device' })).toMatchObject({ rights: [] });
  });
});
