import { eventually } from '../../platform/src/testing/index.js';
import type { Api } from '../../tools/world/api.mjs';
import { orderCode, owner, password, registration } from '../world/people.js';
import { sharedVendor } from '../world/shared-vendor.js';
import type { World } from '../world/world.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the public API, read as a client would */

/** The gateway learns of an ended session by an event: at once, but not in the same instant. */
async function signedOutSoon(api: Api): Promise<void> {
  await eventually(async () => expect((await api.send('GET', '/me')).status).toBe(401));
}

describe('accounts', () => {
  let world: World;
  let admin: Api;
  let acme: Api;
  const ownerEmail = 'owner@accounts.example';

  beforeAll(async () => {
    const vendor = await sharedVendor();
    ({ world, admin } = vendor);
    const { licenses } = vendor;
    acme = await owner(world, ownerEmail, await orderCode(world, licenses, { companyName: 'Acme GmbH' }));
  });

  it('of the vendor’s people are made by a platform-admin alone', async () => {
    const { items } = await admin.get('/staff/users');
    expect(items.map((u: any) => [u.email, u.role])).toEqual(
      expect.arrayContaining([['licenses@vendor.example', 'license-admin']]),
    );
    const person = { email: 'x@vendor.example', firstName: 'X', lastName: 'Y', role: 'platform-admin' };
    await expect(acme.post('/staff/users', person)).rejects.toMatchObject({ status: 404 });
    const licenses = await world.api().signIn('licenses@vendor.example', password);
    await expect(licenses.post('/staff/users', person)).rejects.toMatchObject({ status: 404 });
  });

  it('[IDC-074][IDC-075][IDC-078] join a company by an invitation, with the rights that it names', async () => {
    const email = 'user@accounts.example';
    const invitation = await acme.post('/company/invitations', {
      email,
      purpose: 'member',
      rights: ['devices.manage'],
    });
    expect((await acme.get('/company/invitations')).items.map((i: any) => i.id)).toContain(invitation.id);
    const token = await world.mail.token(email, 'accept-invitation');
    const person = {
      firstName: 'Udo',
      lastName: 'Auer',
      country: 'DE',
      password,
      acceptTerms: true,
      acceptPrivacy: true,
    };
    await world.api().post('/auth/invitations/accept', { token, ...person });
    const user = await world.api().signIn(email, password);
    expect(await user.get('/me')).toMatchObject({
      company: { name: 'Acme GmbH' },
      rights: ['devices.manage'],
      role: 'administrator',
    });
    await expect(
      user.post('/company/invitations', { email: 'z@accounts.example', purpose: 'member' }),
    ).rejects.toMatchObject({ code: 'RIGHT_MISSING', status: 403 });
    await expect(world.api().post('/auth/invitations/accept', { token, ...person })).rejects.toMatchObject({
      status: 422,
    });
  });

  it('[IDC-079] tell who invited once the person has joined', async () => {
    const mail = await world.mail.wait(ownerEmail, (m) => m.text.includes('Udo Auer'));
    expect(mail.subject).toContain('Udo Auer');
  });

  it('show a member a code masked', async () => {
    const user = await world.api().signIn('user@accounts.example', password);
    const { items } = await user.get('/licenses');
    expect(items[0].activationCode).toMatch(/^\*{5}-\*{5}-\*{5}-[0-9A-Z]{5}$/);
  });

  it('[IDC-033] get a new password by a mailed link, whether or not the address is known, and lose their sessions', async () => {
    const before = await world.api().signIn('user@accounts.example', password);
    for (const email of ['user@accounts.example', 'nobody@nowhere.example']) {
      const answer = await world.api().send('POST', '/auth/password/forgot', { email });
      expect([answer.status, await answer.text()]).toEqual([202, '{}']);
    }
    const token = await world.mail.token('user@accounts.example', 'reset-password');
    await world.api().post('/auth/password/reset', { token, password: 'Another-2026!pass' });
    await signedOutSoon(before);
    await expect(world.api().signIn('user@accounts.example', password)).rejects.toMatchObject({
      code: 'CREDENTIALS_REJECTED',
    });
    await world.api().signIn('user@accounts.example', 'Another-2026!pass');
    expect(await world.mail.all('nobody@nowhere.example')).toEqual([]);
  });

  it('answer a registration of a known address as any other, and leave the account alone', async () => {
    const answer = await world.api().send('POST', '/auth/register', registration(ownerEmail));
    expect([answer.status, await answer.text()]).toEqual([202, '{}']);
    await world.api().signIn(ownerEmail, password);
  });

  it('refresh a program’s tokens once each; a spent one ends the session', async () => {
    const session = await world.api().post('/auth/sign-in', { email: ownerEmail, password });
    const next = await world.api().post('/auth/refresh', { refreshToken: session.refreshToken });
    const again = await world.api().post('/auth/refresh', { refreshToken: session.refreshToken });
    // Two tabs at once are no theft: within the grace the same successor is given.
    expect(again.refreshToken).toBe(next.refreshToken);
    expect((await world.api(next.accessToken).get('/me')).email).toBe(ownerEmail);
    await world.query(
      'identity',
      `update refresh_token set used_at = now() - interval '1 minute' where used_at is not null`,
    );
    await expect(
      world.api().post('/auth/refresh', { refreshToken: session.refreshToken }),
    ).rejects.toMatchObject({ status: 401 });
    await signedOutSoon(world.api(next.accessToken));
  });

  it('change their own data, by who has seen the latest version', async () => {
    const answer = await acme.send('GET', '/me');
    const etag = answer.headers.get('etag')!;
    expect(await acme.patch('/me', { lastName: 'Neu', language: 'de' }, { 'if-match': etag })).toMatchObject({
      lastName: 'Neu',
      language: 'de',
    });
    await expect(acme.patch('/me', { lastName: 'Alt' }, { 'if-match': etag })).rejects.toMatchObject({
      status: 412,
    });
    await expect(acme.patch('/me', { lastName: 'Alt' }, {})).rejects.toMatchObject({ status: 428 });
    // Refusals speak the account’s language as soon as the gateway has heard of the change.
    await eventually(async () => {
      const refusal: any = await (await acme.send('GET', '/licenses?limit=0')).json();
      expect(refusal.detail).toBe('Einige Felder fehlen oder sind ungültig.');
    });
  });
});
