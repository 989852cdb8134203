import {
  createEnrollment,
  deviceEnrolled,
  disconnectDevice,
  enrollDevice,
  sendCommand,
  type EnrollDevice,
} from '@tessera/contracts';
import { codeOf, eventually, TestService } from '@tessera/platform/testing';
import { administrator, enrollmentCode, healthy, shield, TestDevice } from '../../test/factories.js';
import { service } from '../service.js';

const swap = (text: string, from: string, to: string) =>
  [...text].map((c) => [...to][[...from].indexOf(c)] ?? c).join('');

describe('POST /agent/enroll', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await TestService.start(service, { environment: { ENROLLMENT_FAILURES_PER_HOUR: '3' } });
  });
  afterAll(() => test.stop());

  it('[DEV-001] connects a device with a code and a key pair that the device made itself', async () => {
    const admin = administrator(test);
    const { code, url, expiresAt } = await test.ask(createEnrollment, {}, admin);

    const device = await new TestDevice(test).enroll(code, { name: ' Front desk ' });

    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(url).toBe(`http://localhost:8080/enroll#code=${code}`);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
    expect(device.enrolled.epoch).toBe(1);
    expect(await device.view(admin)).toMatchObject({
      name: 'Front desk',
      platform: 'linux',
      connected: true,
      online: false,
      status: 'protected',
      reasons: [],
      apps: [{ product: 'Endpoint Shield', version: '12.3', connected: true, installed: true }],
    });
    await eventually(() =>
      expect(test.emitted(deviceEnrolled).filter((e) => e.data.deviceId === device.id)).toMatchObject([
        { companyId: admin.companyId, data: { deviceName: 'Front desk', userId: admin.userId } },
      ]),
    );
  });

  it('keeps neither the code nor anything from which it could be read', async () => {
    const code = await enrollmentCode(test, administrator(test));
    const [row] = await test.query<{ text: string }>(
      `select string_agg(e::text, '') as text from enrollment e`,
    );
    expect(row!.text).not.toContain(code.slice(0, 9));
    expect(row!.text).not.toContain(code.replaceAll('-', ''));
  });

  it.each([
    ['in lower case, with blanks and look-alikes', (c: string) => swap(c.toLowerCase(), '-01', ' ol')],
    ['with dashes of a word processor', (c: string) => c.replaceAll('-', '\u2013')],
    ['with zero-width blanks and soft hyphens', (c: string) => `\u200B${c.replaceAll('-', '\u00AD-\u200B')}`],
    [
      'in full width',
      (c: string) => c.replace(/[!-~]/g, (x) => String.fromCodePoint(x.codePointAt(0)! + 0xfee0)),
    ],
    ['with Cyrillic look-alikes', (c: string) => swap(c, 'ABEKMHPCTX', 'АВЕКМНРСТХ')],
    ['with the line end of Windows', (c: string) => `${c}\r\n`],
    ['with a byte order mark and lines around it', (c: string) => `\uFEFF\n${c}\n\n`],
  ])('takes a code %s', async (_what, typed) => {
    const code = await enrollmentCode(test, administrator(test), 2);
    const folded = new TestDevice(test);
    await test.ask(enrollDevice, { ...folded.enrollment(code), code: typed(code) }, null);
    // A device may sign what it sends, and leave the folding to the platform.
    const plain = new TestDevice(test);
    const { proof } = plain.enrollment(typed(code).replaceAll('-', ''));
    const sent = typed(code).replaceAll('-', '');
    const answer = codeOf(test.ask(enrollDevice, { ...plain.enrollment(code), code: sent, proof }, null));
    expect(await answer).toBe(sent.includes('\n') ? 'PROOF_INVALID' : 'OK');
  });

  it('lets in as many devices as the code was made for, however many come at once', async () => {
    const code = await enrollmentCode(test, administrator(test), 3);
    const codes = await Promise.all(
      Array.from({ length: 8 }, () => codeOf(new TestDevice(test).enroll(code))),
    );
    expect(codes.filter((c) => c === 'OK')).toHaveLength(3);
    expect(codes.filter((c) => c === 'CODE_USED_UP')).toHaveLength(5);
  });

  it('refuses', async () => {
    const admin = administrator(test);
    const code = await enrollmentCode(test, admin, 50);
    const expired = await enrollmentCode(test, admin);
    await test.query(`update enrollment set expires_at = now() where max_uses = 1 and company_id = $1`, [
      admin.companyId,
    ]);
    const device = new TestDevice(test);
    const good = device.enrollment(code);
    const other = new TestDevice(test);
    const table = [
      ['an expired code', device.enrollment(expired), 'CODE_EXPIRED'],
      ['a proof for another code', { ...good, proof: device.enrollment(expired).proof }, 'PROOF_INVALID'],
      ['a proof by another key', { ...good, proof: other.enrollment(code).proof }, 'PROOF_INVALID'],
      ['a public key that is none', { ...good, publicKey: 'A'.repeat(42) + 'B' }, 'PROOF_INVALID'],
      ['a public key of wrong length', { ...good, publicKey: 'AAAA' }, 'VALIDATION_FAILED'],
      ['a code that does not exist', device.enrollment('ABCD-ABCD-ABCD-ABCD-ABCD'), 'CODE_UNKNOWN'],
      ['a code of wrong length', device.enrollment('ABCD'), 'CODE_MALFORMED'],
    ] as const;
    for (const [what, input, expected] of table) {
      const address = `198.51.100.${table.findIndex((r) => r[0] === what)}`;
      const found = await codeOf(test.ask(enrollDevice, input, null, { clientAddress: address }));
      expect([what, found]).toEqual([what, expected]);
    }
  });

  it('makes an address wait after wrong codes, and counts no success against it', async () => {
    const clientAddress = '2001:db8:1:2:aaaa::1';
    const neighbour = '2001:db8:1:2:bbbb::2';
    const code = await enrollmentCode(test, administrator(test), 50);
    const join = (c: string, from: string) =>
      codeOf(test.ask(enrollDevice, new TestDevice(test).enrollment(c), null, { clientAddress: from }));
    for (let i = 0; i < 5; i++) expect(await join(code, clientAddress)).toBe('OK');
    for (let i = 0; i < 3; i++)
      expect(await join('ABCD-ABCD-ABCD-ABCD-ABCD', clientAddress)).toBe('CODE_UNKNOWN');
    expect(await join(code, clientAddress)).toBe('TOO_MANY_REQUESTS');
    expect(await join(code, neighbour)).toBe('TOO_MANY_REQUESTS');
    expect(await join(code, '2001:db8:1:3::1')).toBe('OK');
  });

  it('counts neither a mistyped code nor a wrong proof as a guess', async () => {
    const clientAddress = '192.0.2.77';
    const code = await enrollmentCode(test, administrator(test));
    const ask = (input: EnrollDevice) => codeOf(test.ask(enrollDevice, input, null, { clientAddress }));
    const good = new TestDevice(test).enrollment(code);
    for (let i = 0; i < 5; i++) {
      expect(await ask({ ...good, code: 'ABCD-ABCD' })).toBe('CODE_MALFORMED');
      expect(await ask({ ...good, proof: new TestDevice(test).enrollment(code).proof })).toBe(
        'PROOF_INVALID',
      );
    }
    expect(await ask(good)).toBe('OK');
  });

  it.each([
    ['IPv4', (n: number) => `203.0.113.${n}`],
    ['IPv4 in IPv6 clothes', (n: number) => `::ffff:198.18.0.${n}`],
    [
      'IPv4 in IPv6 clothes, in hexadecimal',
      (n: number) => `::ffff:c612:1${n.toString(16).padStart(2, '0')}`,
    ],
  ])('makes one address wait for its wrong codes, and no other (%s)', async (_what, address) => {
    const code = await enrollmentCode(test, administrator(test), 2);
    const join = (c: string, clientAddress: string) =>
      codeOf(test.ask(enrollDevice, new TestDevice(test).enrollment(c), null, { clientAddress }));
    const guesses = await Promise.all(
      Array.from({ length: 50 }, () => join('ABCD-ABCD-ABCD-ABCD-ABCD', address(1))),
    );
    expect(guesses.filter((c) => c === 'CODE_UNKNOWN')).toHaveLength(3);
    expect(guesses.filter((c) => c === 'TOO_MANY_REQUESTS')).toHaveLength(47);
    expect(await join(code, address(1))).toBe('TOO_MANY_REQUESTS');
    expect(await join(code, address(2))).toBe('OK');
  });

  it('does not take a device away from another account', async () => {
    const device = await new TestDevice(test).enroll(await enrollmentCode(test, administrator(test)));
    const code = await enrollmentCode(test, administrator(test));
    expect(await codeOf(device.enroll(code))).toBe('DEVICE_CONNECTED_ELSEWHERE');
  });

  it('makes one device of a key that is enrolled twice, and ends what was before', async () => {
    const admin = administrator(test);
    const first = await new TestDevice(test).enroll(await enrollmentCode(test, admin), { name: 'First' });
    const { id } = first;
    await first.connect();
    await first.enroll(await enrollmentCode(test, admin), { name: 'Second' });
    expect(first.enrolled).toMatchObject({ deviceId: id, epoch: 2 });
    expect((await first.view(admin)).name).toBe('First');
    expect(await codeOf(first.sync())).toBe('ENROLLMENT_ENDED');
    await eventually(() =>
      expect(test.emitted(deviceEnrolled).filter((e) => e.data.deviceId === id)).toMatchObject([
        { data: { epoch: 1 } },
        { data: { epoch: 2 } },
      ]),
    );
  });

  it('gives the same answer again when it was lost, and uses the code once', async () => {
    const admin = administrator(test);
    const code = await enrollmentCode(test, admin, 2);
    const device = new TestDevice(test);
    const asked = device.enrollment(code);
    const answers = [await test.ask(enrollDevice, asked, null), await test.ask(enrollDevice, asked, null)];
    answers.push(...(await Promise.all([asked, asked].map((input) => test.ask(enrollDevice, input, null)))));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    device.enrolled = answers[0]!;
    await device.connect();

    // A repetition that arrives late ends nothing, and one by a device that has lost its state lets it begin again.
    expect(await test.ask(enrollDevice, asked, null)).toEqual(answers[0]);
    await device.connect();
    expect((await device.sync()).commands).toEqual([]);
    await test.ask(enrollDevice, { ...asked, report: { ...healthy(), activeThreats: 2 } }, null);
    device.continuity = '';
    await device.connect();
    expect(await device.view(admin)).toMatchObject({ reasons: [{ code: 'THREATS_FOUND' }] });

    expect(await codeOf(new TestDevice(test).enroll(code))).toBe('OK');
    expect(await codeOf(new TestDevice(test).enroll(code))).toBe('CODE_USED_UP');
    await eventually(() =>
      expect(test.emitted(deviceEnrolled).filter((e) => e.data.deviceId === device.id)).toHaveLength(1),
    );
  });

  it('repeats no enrollment that has ended', async () => {
    const admin = administrator(test);
    const code = await enrollmentCode(test, admin, 2);
    const device = await new TestDevice(test).enroll(code);
    await test.ask(disconnectDevice, { id: device.id }, admin);
    await device.enroll(code);
    expect(device.enrolled.epoch).toBe(3);
    await test.ask(disconnectDevice, { id: device.id }, admin);
    expect(await codeOf(device.enroll(code))).toBe('CODE_USED_UP');
  });

  it('lets a device return with a new key pair, and refuses the old one from then on', async () => {
    const admin = administrator(test);
    const device = await new TestDevice(test).enroll(await enrollmentCode(test, admin), { name: 'Kept' });
    await device.connect();
    const thief = Object.assign(Object.create(device) as TestDevice, { keys: device.keys });
    const { id } = device;
    const code = await enrollmentCode(test, admin);
    const stolen = { ...device.replaceKey(code), previousProof: device.enrollment(code).proof };
    expect(await codeOf(device.enroll(code, stolen))).toBe('PROOF_INVALID');
    device.keys = thief.keys;
    await device.enroll(code, device.replaceKey(code));
    await device.connect();
    expect(device.enrolled).toMatchObject({ deviceId: id, epoch: 2 });
    expect((await device.view(admin)).name).toBe('Kept');
    thief.enrolled = device.enrolled;
    thief.continuity = device.continuity;
    expect(await codeOf(thief.connect())).toBe('DEVICE_REJECTED');
  });

  it('lets a device in with what can be read of it, and says what cannot', async () => {
    const admin = administrator(test);
    const given = {
      capabilities: ['quick_scan', 'make_coffee'],
      clock: 'noon',
      report: { ...healthy(), activeThreats: 'three' },
      apps: [shield, { product: 'Broken' }],
    };
    const device = await new TestDevice(test).enroll(await enrollmentCode(test, admin), given as never);
    expect(device.enrolled.refused).toEqual([
      { part: 'clock', code: 'MALFORMED' },
      { part: 'report/activeThreats', code: 'WRONG_TYPE' },
      { part: 'apps/1/version', code: 'REQUIRED' },
    ]);
    expect(await device.view(admin)).toMatchObject({
      status: 'attention',
      reasons: [{ code: 'REPORT_INCOMPLETE' }],
      apps: [{ product: 'Endpoint Shield' }],
    });
    await device.connect();
    expect(await codeOf(test.ask(sendCommand, { id: device.id, kind: 'full_scan' }, admin))).toBe(
      'COMMAND_NOT_SUPPORTED',
    );
  });

  it('is for people with the right', async () => {
    const member = test.identity.actor();
    expect(await codeOf(test.ask(createEnrollment, {}, member))).toBe('RIGHT_MISSING');
    expect(await codeOf(test.ask(createEnrollment, { maxUses: 101 }, administrator(test)))).toBe(
      'TOO_MANY_USES',
    );
  });
});
