import { checkEnrollments, disconnectDevice, openSession } from '@tessera/contracts';
import { codeOf, TestService } from '@tessera/platform/testing';
import { administrator, connectedDevice, enrollmentCode, someId } from '../../test/factories.js';
import { service } from '../service.js';

describe('whether enrollments have ended', () => {
  let test: TestService;
  beforeAll(async () => void (test = await TestService.start(service)));
  afterAll(() => test.stop());

  it('is said of those alone that have: by a newer one, a disconnection, a quarantine', async () => {
    const admin = administrator(test);
    const [stays, again, gone, copied] = await Promise.all(
      ['stays', 'again', 'gone', 'copied'].map((name) => connectedDevice(test, admin, { name })),
    );
    await again!.enroll(await enrollmentCode(test, admin));
    await test.ask(disconnectDevice, { id: gone!.id }, admin);
    const { continuity } = copied!;
    await copied!.connect();
    await copied!.connect();
    const stale = await copied!.proof({ continuity });
    expect(await codeOf(test.ask(openSession, stale, null))).toBe('DEVICE_QUARANTINED');
    const unknown = someId();

    const held = [stays!.id, again!.id, gone!.id, copied!.id, unknown].map((deviceId) => ({
      deviceId,
      epoch: 1,
    }));
    const { ended } = await test.ask(
      checkEnrollments,
      { enrollments: [...held, { deviceId: again!.id, epoch: 2 }] },
      null,
    );

    expect(Object.fromEntries(ended.map((e) => [e.deviceId, [e.epoch, e.code]]))).toEqual({
      [again!.id]: [1, 'ENROLLMENT_ENDED'],
      [gone!.id]: [1, 'ENROLLMENT_ENDED'],
      [copied!.id]: [1, 'DEVICE_QUARANTINED'],
      [unknown]: [1, 'ENROLLMENT_ENDED'],
    });
    expect(ended).toHaveLength(4);
  });
});
