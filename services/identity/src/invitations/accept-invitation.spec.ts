import {
  acceptInvitation,
  cancelInvitation,
  createInvitation,
  getMe,
  invitationAccepted,
  joinCompany,
  userActivated,
  userChanged,
  type AcceptInvitation,
  type CreateInvitation,
} from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf, eventually, type TestService } from '@tessera/platform/testing';
import {
  aPerson,
  eventsAbout,
  PASSWORD,
  signInAs,
  someEmail,
  startIdentity,
  tokenFor,
  type TestPerson,
} from '../../test/factories.js';

describe('an invited person', () => {
  let test: TestService;
  let owner: TestPerson;
  beforeAll(async () => {
    test = await startIdentity();
  });
  beforeEach(async () => {
    owner = await aPerson(test, { role: 'owner' });
  });
  afterAll(() => test.stop());

  async function invited(facts: Partial<CreateInvitation> = {}, by: TestPerson = owner) {
    const email = facts.email ?? someEmail();
    const { id } = await test.ask(createInvitation, { purpose: 'member', ...facts, email }, by.actor);
    return { id, email, token: await tokenFor(test, email, 'invitation') };
  }
  const accept = (token: string, facts: Partial<AcceptInvitation> = {}) => {
    const form = { firstName: 'Grace', lastName: 'Example', country: 'FR', password: PASSWORD };
    return test.ask(
      acceptInvitation,
      { ...form, ...facts, token, acceptTerms: true, acceptPrivacy: true },
      null,
    );
  };
  const join = (token: string, as: TestPerson) => test.ask(joinCompany, { token }, as.actor);

  describe('without an account', () => {
    it('[IDC-076][IDC-078][IDC-079] gets one, is in the company at once, and the inviter is told', async () => {
      const { id, email, token } = await invited({ rights: ['requests.manage'] });
      await accept(token);
      const { user } = await signInAs(test, email);
      expect(user).toMatchObject({
        email,
        firstName: 'Grace',
        country: 'FR',
        role: 'administrator',
        rights: ['requests.manage'],
        company: { id: owner.companyId, name: 'Acme GmbH' },
      });
      await eventually(() =>
        expect(test.emitted(invitationAccepted).map((e) => e.data)).toContainEqual({
          invitationId: id,
          inviterId: owner.userId,
          userId: user.id,
          userName: 'Grace Example',
          companyId: owner.companyId,
        }),
      );
      await eventsAbout(test, userActivated, user.id);
      await eventsAbout(test, userChanged, user.id);
    });

    it.each([
      ['member', 'member'],
      ['both', 'member'],
      ['device', 'device_member'],
    ] as const)('[CON-08] by an invitation for %s becomes %s', async (purpose, role) => {
      const { email, token } = await invited({ purpose });
      await accept(token);
      expect((await signInAs(test, email)).user).toMatchObject({ role, rights: [] });
    });

    it('may have any name that the form takes', async () => {
      const { email, token } = await invited();
      const name = { firstName: '𠮷'.repeat(99), lastName: '𠮷' };
      await accept(token, name);
      const { user } = await signInAs(test, email);
      expect(user).toMatchObject(name);
      await eventually(() =>
        expect(test.emitted(invitationAccepted).map((e) => e.data)).toContainEqual(
          expect.objectContaining({ userId: user.id, userName: `${name.firstName} ${name.lastName}` }),
        ),
      );
    });

    it('[IDC-029] must choose a good password', async () => {
      const { token } = await invited();
      expect(await codeOf(accept(token, { password: 'short' }))).toBe('PASSWORD_POLICY');
      expect(await codeOf(accept(token))).toBe('OK');
    });

    it('gets one account of a link that is used many times at once', async () => {
      const { email, token } = await invited();
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => codeOf(accept(token))));
      expect(outcomes.filter((c) => c === 'OK')).toHaveLength(1);
      expect(
        await test.query('select 1 from user_account where email_key = lower($1)', [email]),
      ).toHaveLength(1);
    });
  });

  describe('with an account', () => {
    it('[IDC-078] joins with it, and keeps name and password', async () => {
      const person = await aPerson(test);
      const { token } = await invited({ email: person.email.toUpperCase(), rights: ['devices.manage'] });
      expect(await codeOf(accept(token, { password: 'Attacker-9-horse' }))).toBe('ACCOUNT_EXISTS');
      expect(await join(token, person)).toBeNull();
      const me = await test.ask(getMe, {}, person.actor);
      expect(me).toMatchObject({ firstName: 'Ada', role: 'administrator', rights: ['devices.manage'] });
      expect(me.company!.id).toBe(owner.companyId);
      expect(await codeOf(signInAs(test, person.email))).toBe('OK');
    });

    it('[IDC-077] that belongs to a company is told so', async () => {
      const person = await aPerson(test, { role: 'member' });
      const { token } = await invited({ email: person.email });
      expect(await codeOf(join(token, person))).toBe('ALREADY_IN_COMPANY');
      expect(await codeOf(accept(token))).toBe('ACCOUNT_EXISTS');
    });

    it('of another address is refused, and the link stays good', async () => {
      const { token } = await invited();
      expect(await codeOf(join(token, await aPerson(test)))).toBe('OTHER_ADDRESS');
      expect(await codeOf(accept(token))).toBe('OK');
    });

    it('of the staff belongs to no company', async () => {
      const person = await aPerson(test, { staffRole: 'support-agent' });
      const { token } = await invited({ email: person.email });
      expect(await codeOf(join(token, person))).toBe('ALREADY_IN_COMPANY');
    });

    it('that waits for a license of its own joins no other company', async () => {
      const person = await aPerson(test);
      await test.query(
        `insert into license_claim (registration_id, user_id, company_id, next_try_at)
         values ($1, $2, $1, now() + interval '1 hour')`,
        [uuidv7(), person.userId],
      );
      const { token } = await invited({ email: person.email });
      expect(await codeOf(join(token, person))).toBe('ALREADY_IN_COMPANY');
    });

    it('joins one company when two invite at the same time', async () => {
      const person = await aPerson(test);
      const other = await aPerson(test, { role: 'owner' });
      const tokens = [(await invited({ email: person.email })).token];
      tokens.push((await invited({ email: person.email }, other)).token);
      const outcomes = await Promise.all(tokens.map((t) => codeOf(join(t, person))));
      expect(outcomes.sort()).toEqual(['ALREADY_IN_COMPANY', 'OK']);
    });
  });

  describe('comes too late when', () => {
    it.each([
      [
        'the inviter may not invite any more',
        `update membership set rights = '{licenses.manage}' where user_id = $1`,
      ],
      [
        'the inviter lacks what was granted',
        `update membership set rights = '{users.invite}' where user_id = $1`,
      ],
      ['the inviter has left', 'delete from membership where user_id = $1'],
    ])('%s', async (_what, sql) => {
      const rights = ['users.invite', 'licenses.manage'] as const;
      const inviter = await aPerson(test, {
        role: 'administrator',
        rights: [...rights],
        companyId: owner.companyId!,
      });
      const { email, token } = await invited({ rights: ['licenses.manage'] }, inviter);
      await test.query(sql, [inviter.userId]);
      expect(await codeOf(accept(token))).toBe('INVITATION_CLOSED');
      expect(await test.query('select 1 from user_account where email_key = lower($1)', [email])).toEqual([]);
      const person = await aPerson(test, { email });
      expect(await codeOf(join(token, person))).toBe('INVITATION_CLOSED');
    });

    it('[IDC-076] seven days are over', async () => {
      const { id, token } = await invited();
      await test.query(`update link set expires_at = now() - interval '1 second' where invitation_id = $1`, [
        id,
      ]);
      expect(await codeOf(accept(token))).toBe('LINK_INVALID');
    });

    it('the invitation was cancelled', async () => {
      const { id, token } = await invited();
      await test.ask(cancelInvitation, { id }, owner.actor);
      expect(await codeOf(accept(token))).toBe('INVITATION_CLOSED');
    });
  });
});
