import {
  createInvitation,
  createStaffUser,
  forgotPassword,
  getStaffCompany,
  listStaffCompanies,
  listStaffUsers,
  resetPassword,
  signOut,
} from '@tessera/contracts';
import { uuidv7, type SecurityEvent } from '@tessera/platform';
import { codeOf, eventually, type TestService } from '@tessera/platform/testing';
import {
  aPerson,
  PASSWORD,
  resolved,
  signInAs,
  someEmail,
  startIdentity,
  tokenFor,
  type TestPerson,
} from '../../test/factories.js';

describe('the security log', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startIdentity();
  });
  afterAll(() => test.stop());
  beforeEach(() => (test.securityLines.length = 0));

  const clientAddress = '192.0.2.77';
  /** The names of the lines since this test began, and of one event what it says. */
  const names = () =>
    test.securityLines.map((l) => (JSON.parse(l) as { security: { event: string } }).security.event);
  const only = (event: SecurityEvent) => {
    const lines = test.securityLog(event);
    expect(lines).toHaveLength(1);
    return lines[0]!;
  };
  const inside = (person: TestPerson, rights: string[] = []) =>
    test.identity.actor({ ...person.actor, rights });

  it('has one line for a sign-in, with person, place and session', async () => {
    const person = await aPerson(test, { role: 'administrator' });
    const signedIn = await signInAs(test, person.email, PASSWORD, { clientAddress });
    const { sessionId } = await resolved(test, signedIn.sessionToken);
    expect(names()).toEqual(['authn_login_success']);
    expect(only('authn_login_success')).toEqual({
      event: 'authn_login_success',
      actorId: person.userId,
      actorRole: 'administrator',
      companyId: person.companyId,
      sessionId,
      network: '192.0.2.0/24',
    });
    const line = JSON.parse(test.securityLines[0]!) as Record<string, unknown>;
    expect(line).toMatchObject({ service: 'identity', msg: 'authn_login_success' });
    expect(line.traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('has one line for each failure, with its reason, and with one key for all failures of one account', async () => {
    const person = await aPerson(test);
    const waiting = await aPerson(test, { activated: false });
    const nobody = someEmail();
    for (const email of [person.email, nobody, nobody.toUpperCase(), waiting.email])
      await codeOf(signInAs(test, email, 'wrong', { clientAddress }));
    const lines = test.securityLog('authn_login_fail');
    expect(lines).toMatchObject([
      { targetId: person.userId, reason: 'wrong_password', network: '192.0.2.0/24' },
      { reason: 'unknown' },
      { reason: 'unknown' },
      { targetId: waiting.userId, reason: 'not_activated' },
    ]);
    expect(lines[1]!.account).toBe(lines[2]!.account);
    expect(new Set(lines.map((l) => l.account)).size).toBe(3);
    expect(names()).toHaveLength(4);
  });

  it('has one line more when an account is locked, and for each attempt that the lock refuses', async () => {
    const person = await aPerson(test);
    for (let n = 0; n < 5; n++) await codeOf(signInAs(test, person.email, 'wrong'));
    expect(only('authn_login_lock')).toMatchObject({ targetId: person.userId, failures: 5, wait: 1 });
    expect(await codeOf(signInAs(test, person.email))).toBe('CREDENTIALS_REJECTED');
    expect(test.securityLog('authn_login_fail').map((l) => l.reason)).toEqual([
      ...Array<string>(5).fill('wrong_password'),
      'locked',
    ]);
    expect(test.securityLog('authn_login_lock')).toHaveLength(1);
    await test.query(`update sign_in_failure set attempts = 99, failures = 99, retry_at = now()`);
    await codeOf(signInAs(test, person.email, 'wrong'));
    expect(only('authn_login_fail_max')).toMatchObject({ targetId: person.userId, failures: 100 });
  });

  it('has one line for each end of a session, and for a changed password', async () => {
    const person = await aPerson(test);
    const { sessionToken } = await signInAs(test, person.email);
    const { sessionId } = await resolved(test, sessionToken);
    await test.ask(signOut, {}, { ...person.actor, sessionId });
    await test.ask(signOut, {}, { ...person.actor, sessionId });
    expect(only('session_expired')).toMatchObject({
      targetId: person.userId,
      actorId: person.userId,
      sessionId,
      reason: 'signed_out',
    });
    await signInAs(test, person.email);
    await test.ask(forgotPassword, { email: person.email }, null);
    const token = await tokenFor(test, person.email, 'password_reset');
    await test.ask(resetPassword, { token, password: 'Another-8-horse' }, null);
    expect(only('authn_password_change')).toMatchObject({ targetId: person.userId, reason: 'reset' });
    expect(test.securityLog('session_expired').map((l) => l.reason)).toEqual([
      'signed_out',
      'password_changed',
    ]);
  });

  it('has one line for a refused right, and for a customer’s request to the vendor’s side', async () => {
    const person = await aPerson(test, { role: 'member' });
    const ask = test.ask(
      createInvitation,
      { email: someEmail(), purpose: 'member', rights: [] } as never,
      person.actor,
    );
    expect(await codeOf(ask)).toBe('RIGHT_MISSING');
    expect(only('authz_fail')).toMatchObject({
      actorId: person.userId,
      actorRole: 'member',
      companyId: person.companyId,
      subject: createInvitation.subject,
      code: 'RIGHT_MISSING',
      right: 'users.invite',
    });
    test.securityLines.length = 0;
    const id = uuidv7();
    expect(await codeOf(test.ask(getStaffCompany, { id }, inside(person)))).toBe('NOT_FOUND');
    expect(only('authz_fail')).toMatchObject({
      actorId: person.userId,
      subject: getStaffCompany.subject,
      targetId: id,
    });
    expect(names()).toEqual(['authz_fail']);
  });

  it('has one line for each read and write of the vendor’s people', async () => {
    const admin = await aPerson(test, { staffRole: 'platform-admin' });
    const owner = await aPerson(test, { role: 'owner' });
    await test.ask(getStaffCompany, { id: owner.companyId! }, admin.actor);
    expect(only('authz_admin')).toMatchObject({
      actorId: admin.userId,
      actorRole: 'platform-admin',
      subject: getStaffCompany.subject,
      targetId: owner.companyId,
      code: 'OK',
    });
    await test.ask(listStaffCompanies, {}, admin.actor);
    const email = someEmail();
    const colleague = { email, firstName: 'Max', lastName: 'New', role: 'support-agent' } as const;
    const { id } = await test.ask(createStaffUser, colleague, admin.actor);
    expect(await codeOf(test.ask(createStaffUser, colleague, admin.actor))).toBe('EMAIL_TAKEN');
    expect(test.securityLog('authz_admin').slice(1)).toMatchObject([
      { subject: listStaffCompanies.subject, code: 'OK' },
      { subject: createStaffUser.subject, code: 'OK', targetId: id },
      { subject: createStaffUser.subject, code: 'EMAIL_TAKEN' },
    ]);
    expect(only('user_created')).toMatchObject({
      actorId: admin.userId,
      targetId: id,
      role: 'support-agent',
    });
    const agent = await aPerson(test, { staffRole: 'support-agent' });
    expect(await codeOf(test.ask(listStaffUsers, {}, agent.actor))).toBe('NOT_FOUND');
    expect(only('authz_fail')).toMatchObject({ actorId: agent.userId, actorRole: 'support-agent' });
  });

  it('never has a password, a token, an address of a person or of a client', async () => {
    const person = await aPerson(test, { role: 'owner' });
    const signedIn = await signInAs(test, person.email, PASSWORD, { clientAddress });
    for (let n = 0; n < 6; n++)
      await codeOf(signInAs(test, person.email, 'Not-the-right-1', { clientAddress }));
    await test.ask(forgotPassword, { email: person.email }, null);
    const token = await tokenFor(test, person.email, 'password_reset');
    await test.ask(resetPassword, { token, password: 'Another-8-horse' }, null);
    await eventually(() => expect(test.securityLog('session_expired')).toHaveLength(1));
    const written = test.securityLines.join('').toLowerCase();
    const { sessionToken, accessToken, refreshToken, knownDevice } = signedIn;
    const secrets = [PASSWORD, 'Not-the-right-1', 'Another-8-horse', token, person.email, clientAddress];
    for (const secret of [...secrets, sessionToken, accessToken, refreshToken, knownDevice])
      expect(written).not.toContain(secret.toLowerCase());
  });
});
