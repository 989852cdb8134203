import { blockLicense, checkActivation, type CheckedActivation, createActivation } from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { codeOf } from '@tessera/platform/testing';
import { LicensingWorld } from '../../test/factories.js';

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start()));
afterAll(() => world.stop());

const fingerprint = 'device-7';
type Asked = Partial<{ fingerprint: string; nonce: string; token: string; language: string }>;

function check(activation: { id: string; token: string }, asked: Asked = {}): Promise<CheckedActivation> {
  const { language = 'en', ...input } = asked;
  const { id, token } = activation;
  return world.test.ask(checkActivation, { id, token, fingerprint, nonce: 'n-1', ...input }, null, {
    language,
  });
}

async function activated() {
  const license = await world.license(world.owner());
  const activation = await world.test.ask(
    createActivation,
    world.activation({ activationCode: license.activationCode, fingerprint }),
    null,
  );
  return { license, activation };
}

describe('POST /activations/:id/check', () => {
  it('says yes without a reason, and certifies the nonce', async () => {
    const { activation, license } = await activated();
    const checked = await check(activation, { nonce: 'once-only' });
    expect(checked).toMatchObject({
      valid: true,
      reasons: [],
      license: { status: 'active', expiresAt: license.expiresAt },
    });
    expect(world.readCertificate(checked.certificate!, fingerprint)).toMatchObject({
      activationId: activation.id,
      nonce: 'once-only',
      license: { id: license.id, status: 'active' },
      forThisDevice: true,
    });
  });

  it('spreads the next checks around a day from now', async () => {
    const { activation } = await activated();
    const hours = (Date.parse((await check(activation)).nextCheckAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(21);
    expect(hours).toBeLessThan(27);
  });

  it('gives every reason at once, each with a remedy, and certifies the no', async () => {
    const { activation, license } = await activated();
    await world.expire(license.serialNumber);
    await world.test.ask(blockLicense, { id: license.id, reason: 'published by pirates' }, world.staff());
    const checked = await check(activation, { fingerprint });
    expect(checked.valid).toBe(false);
    expect(checked.reasons.map((r) => r.code)).toEqual(['LICENSE_BLOCKED', 'LICENSE_EXPIRED']);
    expect(checked.reasons[0]!.remedy).toMatch(/partner/);
    expect(world.readCertificate(checked.certificate!, fingerprint).license.status).toBe('blocked');
  });

  it('gives remedies in the language of the caller, or in English', async () => {
    const { activation } = await activated();
    await world.end(activation);
    const remedy = async (language: string) => (await check(activation, { language })).reasons[0]!.remedy;
    expect(await remedy('de-AT')).toMatch(/Platz dieses Geräts/);
    expect(await remedy('xx')).toMatch(/seat of this device/);
  });

  it('signs the no for a device whose seat was freed, so that it takes the place of the yes', async () => {
    const { activation } = await activated();
    await world.end(activation);
    const ended = await check(activation, { nonce: 'ended-1' });
    expect(ended.reasons.map((r) => r.code)).toEqual(['ACTIVATION_ENDED']);
    expect(world.readCertificate(ended.certificate!, fingerprint)).toMatchObject({
      activationId: activation.id,
      nonce: 'ended-1',
      refusal: 'ACTIVATION_ENDED',
      license: { status: 'not_activated' },
      forThisDevice: true,
      days: 7,
    });
  });

  it('signs the no for another device by its own fingerprint, which is none for the right one', async () => {
    const { activation } = await activated();
    const elsewhere = await check(activation, { fingerprint: 'device-8' });
    expect(elsewhere.reasons.map((r) => r.code)).toEqual(['FINGERPRINT_MISMATCH']);
    const said = { refusal: 'FINGERPRINT_MISMATCH', license: { status: 'not_activated' } };
    expect(world.readCertificate(elsewhere.certificate!, 'device-8')).toMatchObject({
      ...said,
      forThisDevice: true,
    });
    expect(world.readCertificate(elsewhere.certificate!, fingerprint).forThisDevice).toBe(false);
    expect(await check(activation)).toMatchObject({ valid: true });
  });

  it.each<[string, string, string]>([
    ['LICENSE_SUPERSEDED', 'superseded', 'superseded_by = id, blocked_at = now()'],
    ['LICENSE_BLOCKED', 'blocked', 'blocked_at = now()'],
    ['LICENSE_EXPIRED', 'expired', `expires_at = now() - interval '1 hour'`],
    ['LICENSE_NOT_STARTED', 'not_activated', `starts_at = now() + interval '1 hour'`],
  ])('signs %s as %s, for longer than the license runs', async (refusal, status, state) => {
    const { activation, license } = await activated();
    await world.test.query(`update license set ${state} where serial_number = $1`, [license.serialNumber]);
    const { certificate } = await check(activation);
    const read = world.readCertificate(certificate!, fingerprint);
    expect(read).toMatchObject({ refusal, license: { status }, days: 7 });
  });

  it('says no to a version that the catalogue covers no more', async () => {
    const { activation } = await activated();
    await world.test.query(`update activation set application_version = '10.1' where id = $1`, [
      activation.id,
    ]);
    const checked = await check(activation, { language: 'de' });
    expect(checked.reasons).toMatchObject([
      { code: 'VERSION_NOT_COVERED', remedy: expect.stringMatching(/Version/) },
    ]);
    expect(world.readCertificate(checked.certificate!, fingerprint).refusal).toBe('VERSION_NOT_COVERED');
  });

  it.each<[string, (a: { id: string; token: string }) => { id: string; token: string }]>([
    ['a wrong token', ({ id }) => ({ id, token: 'x'.repeat(43) })],
    ['no token', ({ id }) => ({ id, token: undefined as never })],
    ['an activation that is not there', ({ token }) => ({ id: uuidv7(), token })],
  ])('answers UNAUTHENTICATED to %s', async (_, change) => {
    const { activation } = await activated();
    expect(await codeOf(check(change(activation)))).toBe('UNAUTHENTICATED');
  });

  it('answers TOKEN_REPLACED to every earlier token of a device that has activated again', async () => {
    const { activation, license } = await activated();
    const second = await world.activate(license.activationCode, { fingerprint });
    const third = await world.activate(license.activationCode, { fingerprint });
    for (const { token } of [activation, second]) {
      expect(await codeOf(check({ id: third.id, token }))).toBe('TOKEN_REPLACED');
      expect(await codeOf(world.end({ id: third.id, token }))).toBe('TOKEN_REPLACED');
    }
    expect(await check(third)).toMatchObject({ valid: true });
  });

  it('does not answer so to a token of another device, nor to one that was made up from it', async () => {
    const { activation, license } = await activated();
    const other = await world.activate(license.activationCode, { fingerprint: 'device-10' });
    const made = `x${activation.token.slice(1)}`;
    for (const token of [other.token, made, activation.token.split('.')[0]!, '.', 'a.b.c'])
      expect(await codeOf(check({ id: activation.id, token }))).toBe('UNAUTHENTICATED');
  });

  it('answers concurrent checks, each with its own activation', async () => {
    const devices = await Promise.all(Array.from({ length: 30 }, activated));
    const all = await Promise.all(
      devices.map(({ activation }, n) => check(activation, { nonce: `nonce-${n}` })),
    );
    const certified = all.map((c) => world.readCertificate(c.certificate!, fingerprint));
    expect(certified.map((c) => c.activationId)).toEqual(devices.map((d) => d.activation.id));
    expect(certified.map((c) => c.nonce)).toEqual(devices.map((_, n) => `nonce-${n}`));
  });
});
