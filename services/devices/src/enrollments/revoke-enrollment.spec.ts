import {
  createEnrollment,
  enrollmentCreated,
  enrollmentRevoked,
  listDevices,
  listEnrollments,
  revokeEnrollment,
} from '@tessera/contracts';
import { codeOf, eventually, TestService } from '@tessera/platform/testing';
import { administrator, someId, TestDevice } from '../../test/factories.js';
import { service } from '../service.js';

describe('GET and DELETE /devices/enrollments', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await TestService.start(service);
  });
  afterAll(() => test.stop());

  const make = async (admin: ReturnType<typeof administrator>, maxUses = 2) => {
    const { id, code } = await test.ask(createEnrollment, { maxUses }, admin);
    return { id: id!, code };
  };
  const ids = async (admin: ReturnType<typeof administrator>) =>
    (await test.ask(listEnrollments, {}, admin)).items.map((e) => e.id);

  it('lists live codes with their maker, end and uses; never the code itself', async () => {
    const admin = administrator(test);
    const older = await make(admin);
    const newer = await make(admin, 3);
    await new TestDevice(test).enroll(newer.code);
    const { items } = await test.ask(listEnrollments, {}, admin);
    expect(items).toMatchObject([
      { id: newer.id, codeEnding: newer.code.slice(-4), createdBy: admin.userId, uses: 1, maxUses: 3 },
      { id: older.id, codeEnding: older.code.slice(-4), createdBy: admin.userId, uses: 0, maxUses: 2 },
    ]);
    expect(Date.parse(items[0]!.expiresAt) - Date.parse(items[0]!.createdAt)).toBe(24 * 3_600_000);
    expect(JSON.stringify(items)).not.toContain(newer.code.slice(0, 9));
  });

  it('lists neither codes that are used up or expired nor those of another company', async () => {
    const admin = administrator(test);
    const [used, expired, live] = [await make(admin, 1), await make(admin), await make(admin)];
    await make(administrator(test));
    await new TestDevice(test).enroll(used.code);
    await test.query('update enrollment set expires_at = now() where id = $1', [expired.id]);
    expect(await ids(admin)).toEqual([live.id]);
  });

  it('goes page by page', async () => {
    const admin = administrator(test);
    const made = [await make(admin), await make(admin), await make(admin)].map((e) => e.id);
    const first = await test.ask(listEnrollments, { limit: 2 }, admin);
    const rest = await test.ask(listEnrollments, { limit: 2, cursor: first.nextCursor! }, admin);
    expect([...first.items, ...rest.items].map((e) => e.id)).toEqual(made.reverse());
    expect(rest.nextCursor).toBeNull();
  });

  it('withdraws a code at once, leaves the devices that have joined, and says so once', async () => {
    const admin = administrator(test);
    const { id, code } = await make(admin, 5);
    const joined = new TestDevice(test);
    await joined.enroll(code);
    for (let n = 0; n < 2; n++) await test.ask(revokeEnrollment, { id }, admin);
    expect(await ids(admin)).toEqual([]);
    expect(await codeOf(new TestDevice(test).enroll(code))).toBe('CODE_EXPIRED');
    expect(await codeOf(joined.enroll(code))).toBe('CODE_EXPIRED');
    expect((await test.ask(listDevices, {}, admin)).items).toMatchObject([
      { id: joined.id, connected: true },
    ]);
    const of = (event: typeof enrollmentCreated | typeof enrollmentRevoked) =>
      test.emitted(event).filter((e) => e.data.enrollmentId === id);
    await eventually(() => expect(of(enrollmentRevoked)).toHaveLength(1));
    expect(of(enrollmentRevoked)).toMatchObject([
      { companyId: admin.companyId, data: { userId: admin.userId } },
    ]);
    expect(of(enrollmentCreated)).toMatchObject([
      { companyId: admin.companyId, data: { userId: admin.userId } },
    ]);
  });

  it('refuses', async () => {
    const admin = administrator(test);
    const { id } = await make(admin);
    const member = test.identity.actor({ companyId: admin.companyId });
    expect(await codeOf(test.ask(listEnrollments, {}, member))).toBe('RIGHT_MISSING');
    expect(await codeOf(test.ask(revokeEnrollment, { id }, member))).toBe('RIGHT_MISSING');
    expect(await codeOf(test.ask(revokeEnrollment, { id }, administrator(test)))).toBe('NOT_FOUND');
    expect(await codeOf(test.ask(revokeEnrollment, { id: someId() }, admin))).toBe('NOT_FOUND');
    expect(await ids(admin)).toEqual([id]);
  });
});
