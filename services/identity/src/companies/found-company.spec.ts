import {
  claimCode,
  companyFounded,
  foundCompany,
  getMe,
  joinCompany,
  licenseNotClaimed,
  userActivated,
  userChanged,
  type ClaimCode,
  type FoundCompany,
} from '@tessera/contracts';
import { refuse, uuidv7 } from '@tessera/platform';
import { codeOf, eventually, type TestService } from '@tessera/platform/testing';
import {
  aPerson,
  eventsAbout,
  resolved,
  signInAs,
  startIdentity,
  type TestPerson,
} from '../../test/factories.js';

const code = 'ABCDE-FGHJK-LMNPQ-RSTUV';

describe('POST /company', () => {
  let test: TestService;
  /** As licensing does it: a license is the first company's that asks, and asking again for it is no second claim. */
  const owners = new Map<string, string>();
  const claims: ClaimCode[] = [];
  let licensing: (input: ClaimCode) => void;
  beforeAll(async () => {
    test = await startIdentity({ CODE_FAILURES_PER_ADDRESS: '100000' });
    test.fake(claimCode, (input) => {
      claims.push(input);
      licensing(input);
      return { licenseIds: [] };
    });
  });
  afterAll(() => test.stop());
  beforeEach(() => {
    claims.length = 0;
    owners.clear();
    licensing = ({ companyId, activationCode }) => {
      const owner = owners.get(activationCode!) ?? companyId;
      if (owner !== companyId) refuse('LICENSE_ALREADY_ADDED');
      owners.set(activationCode!, owner);
    };
  });

  const found = (person: TestPerson, more: Partial<FoundCompany> = {}, options: object = {}) =>
    test.ask(foundCompany, { companyName: 'Acme GmbH', country: 'AT', ...more }, person.actor, options);
  const companiesOf = (person: TestPerson) =>
    test.query('select c.id from company c join membership m on m.company_id = c.id where m.user_id = $1', [
      person.userId,
    ]);

  it('founds a company without a license; the person owns it at once, in the session that is open', async () => {
    const person = await aPerson(test);
    const { accessToken } = await signInAs(test, person.email);
    const company = await found(person);
    expect(company).toEqual({ id: expect.any(String), name: 'Acme GmbH', country: 'AT' });
    expect(await resolved(test, accessToken)).toMatchObject({ companyId: company.id, role: 'owner' });
    expect(await test.ask(getMe, {}, person.actor)).toMatchObject({
      role: 'owner',
      company: { id: company.id },
    });
    await eventsAbout(test, userChanged, person.userId);
    const data = { companyId: company.id, name: 'Acme GmbH', country: 'AT', ownerId: person.userId };
    await eventually(() => expect(test.emitted(companyFounded).map((e) => e.data)).toContainEqual(data));
    expect(claims).toEqual([]);
  });

  it('claims the license of a code or of a key file, and sends no welcome to a person with an account', async () => {
    for (const proof of [{ activationCode: code }, { keyFile: 'line 1\nline 2' }]) {
      const person = await aPerson(test);
      const company = await found(person, proof);
      expect(claims.at(-1)).toMatchObject({ ...proof, companyId: company.id, companyName: 'Acme GmbH' });
      await eventsAbout(test, userChanged, person.userId);
      await eventsAbout(test, userActivated, person.userId, 0);
      expect(await test.query('select 1 from registration where code_sealed is not null')).toEqual([]);
    }
  });

  it.each(['CODE_UNKNOWN', 'LICENSE_EXPIRED', 'LICENSE_ALREADY_ADDED', 'KEY_FILE_INVALID'])(
    'says why a license is refused, founds nothing, and lets the person try again: %s',
    async (reason) => {
      const take = licensing;
      licensing = () => refuse(reason);
      const person = await aPerson(test);
      expect(await codeOf(found(person, { activationCode: code }))).toBe(reason);
      expect(await companiesOf(person)).toEqual([]);
      licensing = take;
      await found(person, { activationCode: code });
      expect(await companiesOf(person)).toHaveLength(1);
      // It was said in the answer; there is nothing to mail.
      await eventsAbout(test, licenseNotClaimed, person.userId, 0);
    },
  );

  it('makes one company of the same request sent many times at once', async () => {
    const person = await aPerson(test);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        found(person, { activationCode: code }).then(
          (c) => c.id,
          (e: { code: string }) => e.code,
        ),
      ),
    );
    const ids = answers.filter((a) => a !== 'ALREADY_IN_COMPANY');
    expect(new Set(ids).size).toBe(1);
    expect(await companiesOf(person)).toEqual([{ id: ids[0] }]);
    expect(new Set(claims.map((c) => c.companyId))).toEqual(new Set(ids));
  });

  it('makes one company of different requests sent at once', async () => {
    const person = await aPerson(test);
    const names = ['One', 'Two', 'Three'];
    const codes = await Promise.all([
      ...names.map((companyName) => codeOf(found(person, { companyName, activationCode: code }))),
      ...names.map((companyName) => codeOf(found(person, { companyName }))),
    ]);
    expect(codes.filter((c) => c === 'OK')).toHaveLength(1);
    for (const c of codes) expect(['OK', 'ALREADY_IN_COMPANY', 'COMPANY_IN_THE_MAKING']).toContain(c);
    expect(await companiesOf(person)).toHaveLength(1);
  });

  it('gives a license that two people use at once to one of them, and refuses the other', async () => {
    const [a, b] = [await aPerson(test), await aPerson(test)];
    const codes = await Promise.all([a, b].map((p) => codeOf(found(p, { activationCode: code }))));
    expect(codes.sort()).toEqual(['LICENSE_ALREADY_ADDED', 'OK']);
    expect((await Promise.all([a, b].map(companiesOf))).flat()).toHaveLength(1);
  });

  it('goes on by itself when licensing is away, and the same request asks for the same company', async () => {
    const take = licensing;
    licensing = () => refuse('UNAVAILABLE');
    const person = await aPerson(test);
    expect(await codeOf(found(person, { activationCode: code }))).toBe('UNAVAILABLE');
    expect(await codeOf(found(person))).toBe('COMPANY_IN_THE_MAKING');
    const token = 'x'.repeat(43);
    expect(await codeOf(test.ask(joinCompany, { token }, person.actor))).toBe('LINK_INVALID');
    licensing = take;
    await test.query('update license_claim set next_try_at = now() where user_id = $1', [person.userId]);
    await eventually(async () => expect(await companiesOf(person)).toHaveLength(1));
    expect(new Set(claims.map((c) => c.companyId)).size).toBe(1);
  });

  it('has a refusal mailed that came after the request had ended', async () => {
    licensing = () => refuse('UNAVAILABLE');
    const person = await aPerson(test);
    await codeOf(found(person, { activationCode: code }));
    licensing = () => refuse('LICENSE_BLOCKED');
    await test.query('update license_claim set next_try_at = now() where user_id = $1', [person.userId]);
    const [event] = await eventsAbout(test, licenseNotClaimed, person.userId);
    expect(event!.data).toEqual({ userId: person.userId, reason: 'LICENSE_BLOCKED' });
    await eventsAbout(test, userActivated, person.userId, 0);
  });

  it.each([{}, { activationCode: code }])(
    'answers the same idempotency key with the same reply: %j',
    async (proof) => {
      const person = await aPerson(test);
      const key = { idempotencyKey: uuidv7() };
      const first = await found(person, proof, key);
      expect(await found(person, proof, key)).toEqual(first);
      expect(await codeOf(found(person, { ...proof, companyName: 'Other' }, key))).toBe(
        'IDEMPOTENCY_KEY_REUSED',
      );
      expect(await codeOf(found(person, proof))).toBe('ALREADY_IN_COMPANY');
    },
  );

  it('is not for members, nor for the vendor’s people, nor with two proofs or a blank name', async () => {
    const member = await aPerson(test, { role: 'member' });
    expect(await codeOf(found(member))).toBe('ALREADY_IN_COMPANY');
    expect(await codeOf(found(await aPerson(test, { role: 'device_member' })))).toBe('RIGHT_MISSING');
    expect(await codeOf(found(await aPerson(test, { staffRole: 'support-agent' })))).toBe(
      'ALREADY_IN_COMPANY',
    );
    const person = await aPerson(test);
    expect(await codeOf(found(person, { activationCode: code, keyFile: 'x' }))).toBe('VALIDATION_FAILED');
    expect(await codeOf(found(person, { companyName: '  ' }))).toBe('VALIDATION_FAILED');
  });

  it('limits wrong codes to five an hour and account, also in parallel', async () => {
    licensing = () => refuse('CODE_UNKNOWN');
    const person = await aPerson(test);
    const guesses = Array.from({ length: 12 }, () => codeOf(found(person, { activationCode: code })));
    await Promise.all(guesses);
    const seen = claims.length;
    expect(seen).toBeLessThanOrEqual(5);
    expect(await codeOf(found(person, { activationCode: code }))).toBe('TOO_MANY_REQUESTS');
    expect(claims).toHaveLength(seen);
    expect(await codeOf(found(person))).toBe('OK');
  });
});
