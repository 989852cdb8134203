import { randomBytes } from 'node:crypto';
import { deviceQuarantined, openSession } from '@tessera/contracts';
import { codeOf, eventually, TestService } from '@tessera/platform/testing';
import {
  administrator,
  connectedDevice,
  enrollmentCode,
  healthy,
  someId,
  TestDevice,
} from '../../test/factories.js';
import { service } from '../service.js';
import { DeviceTokens } from './device-tokens.js';

describe('POST /agent/session', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await TestService.start(service);
  });
  afterAll(() => test.stop());

  const open = (input: Parameters<typeof test.ask<typeof openSession>>[1]) =>
    codeOf(test.ask(openSession, input, null));

  it('gives a token for a signature over a nonce of the server', async () => {
    const device = await connectedDevice(test, administrator(test));
    expect(await device.sync()).toMatchObject({ deviceId: device.id, commands: [] });
  });

  it('refuses', async () => {
    const device = await connectedDevice(test, administrator(test));
    const other = await connectedDevice(test, administrator(test));
    const good = await device.proof();
    const tampered = `${good.challenge.startsWith('A') ? 'B' : 'A'}${good.challenge.slice(1)}`;
    const table = [
      [
        'a signature of another key',
        { ...good, signature: (await other.proof()).signature },
        'DEVICE_REJECTED',
      ],
      ['another device', { ...good, deviceId: other.id }, 'DEVICE_REJECTED'],
      ['a device that does not exist', await device.proof({ deviceId: someId() }), 'DEVICE_REJECTED'],
      ['a challenge of its own making', await device.proof({ challenge: 'A'.repeat(51) }), 'DEVICE_REJECTED'],
      ['a changed challenge', await device.proof({ challenge: tampered }), 'DEVICE_REJECTED'],
      ['another epoch than it signed', { ...good, epoch: 2 }, 'DEVICE_REJECTED'],
      ['an epoch that is not the present one', await device.proof({ epoch: 2 }), 'ENROLLMENT_ENDED'],
    ] as const;
    for (const [what, input, expected] of table) expect([what, await open(input)]).toEqual([what, expected]);
  });

  it('takes the id in capitals too, as many a library writes it', async () => {
    const device = await connectedDevice(test, administrator(test));
    const proof = await device.proof({ deviceId: device.id.toUpperCase() });
    expect(await open(proof)).toBe('OK');
    expect(await open({ ...(await device.proof()), deviceId: someId().toUpperCase() })).toBe(
      'DEVICE_REJECTED',
    );
  });

  it('takes an answer to a challenge once', async () => {
    const device = await connectedDevice(test, administrator(test));
    const proof = await device.proof();
    expect(await open(proof)).toBe('OK');
    expect(await open(proof)).toBe('DEVICE_REJECTED');
  });

  it('takes what the last session gave, and what the one before gave if the answer was lost', async () => {
    const device = await connectedDevice(test, administrator(test));
    const lost = await device.proof();
    expect(await open(lost)).toBe('OK');
    await device.connect();
    await device.connect();
    expect((await device.sync()).commands).toEqual([]);
  });

  it('[EDG-012] quarantines a device whose key two machines use, both copies, until it is enrolled again', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const copy = { continuity: device.continuity };
    await device.connect();
    await device.connect();

    expect(await open(await device.proof({ continuity: copy.continuity }))).toBe('DEVICE_QUARANTINED');

    expect(await codeOf(device.connect())).toBe('DEVICE_QUARANTINED');
    expect(await codeOf(device.sync())).toBe('DEVICE_QUARANTINED');
    expect(await device.view(admin)).toMatchObject({ status: 'problem', reasons: [{ code: 'QUARANTINED' }] });
    await eventually(() =>
      expect(test.emitted(deviceQuarantined).map((e) => e.data.deviceId)).toContain(device.id),
    );

    await device.enroll(await enrollmentCode(test, admin));
    await device.connect();
    expect(await device.view(admin)).toMatchObject({ status: 'protected', reasons: [] });
  });

  it('[EDG-012] does not end an enrollment for a caller that holds the key alone', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const stale = device.continuity;
    await device.connect();
    await device.connect();
    expect(await open(await device.proof({ continuity: stale }))).toBe('DEVICE_QUARANTINED');
    await device.enroll(await enrollmentCode(test, admin));
    await device.connect();
    await device.connect();

    const never = randomBytes(32).toString('base64url');
    for (const continuity of [stale, '', never])
      for (const epoch of [1, 2, 3])
        expect(await open(await device.proof({ continuity, epoch }))).toBe('ENROLLMENT_ENDED');

    expect((await device.connect().then(() => device.sync())).commands).toEqual([]);
    expect((await device.view(admin)).status).toBe('protected');
  });

  it('[EDG-012] still quarantines a copy that was made in the present enrollment', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    await device.enroll(await enrollmentCode(test, admin));
    await device.connect();
    const copied = device.continuity;
    await device.connect();
    await device.connect();
    expect(await open(await device.proof({ continuity: copied }))).toBe('DEVICE_QUARANTINED');
  });

  it('makes the token of an earlier session void', async () => {
    const device = await connectedDevice(test, administrator(test));
    const { token } = device;
    await device.connect();
    const old = Object.assign(Object.create(device) as TestDevice, { token });
    expect(await codeOf(old.sync())).toBe('TOKEN_REJECTED');
    expect(await codeOf(old.sync({ report: healthy() }))).toBe('TOKEN_REJECTED');
    expect(await codeOf(device.sync())).toBe('OK');
  });

  it('takes a token of the release before, which names no session', async () => {
    const device = await connectedDevice(test, administrator(test));
    const [companyId] = (
      await test.query<{ id: string }>('select company_id as id from device where id = $1', [device.id])
    ).map((r) => r.id);
    const tokens = test.instances[0]!.app.get(DeviceTokens, { strict: false });
    device.token = tokens.make({ deviceId: device.id, companyId: companyId!, epoch: 1, session: null }).token;
    expect(await codeOf(device.sync())).toBe('OK');
  });

  it('learns what time it is on the device', async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const clock = new Date(Date.now() - 3_600_000).toISOString();
    expect(await open({ ...(await device.proof()), clock })).toBe('OK');
    expect(await device.view(admin)).toMatchObject({
      status: 'attention',
      reasons: [{ code: 'CLOCK_IMPLAUSIBLE' }],
    });
  });

  it('refuses an unknown device like a wrong signature', async () => {
    const device = new TestDevice(test);
    device.enrolled = {
      deviceId: someId(),
      epoch: 1,
      serviceKeys: [],
      syncUrl: '',
      connectUrl: '',
      nextInterval: 1,
    };
    expect(await codeOf(device.connect())).toBe('DEVICE_REJECTED');
  });
});
