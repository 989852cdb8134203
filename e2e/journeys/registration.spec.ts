import type { Api } from '../../tools/world/api.mjs';
import type { View } from '../../portal/src/api/client.js';
import { orderCode, owner, password, productId, registration } from '../world/people.js';
import { sharedVendor } from '../world/shared-vendor.js';
import type { World } from '../world/world.js';

/** From an order to the owner of a company, whose license is listed. */
let world: World;
let licenses: Api;
let shield: string;
let code: string;
let orderId: string;

beforeAll(async () => {
  ({ world, licenses } = await sharedVendor());
  shield = await productId(world, 'Endpoint Shield');
});

describe('an order', () => {
  it('gives a license administrator an activation code of 4 × 5 characters', async () => {
    const order = await licenses.post<View<'CreatedOrder'>>('/staff/orders', {
      companyName: 'Acme GmbH',
      productId: shield,
      seats: 10,
      termDays: 365,
      kind: 'commercial',
      quantity: 1,
    });
    expect(order).toMatchObject({
      productId: shield,
      orderNumber: expect.any(String),
      activationCodes: [expect.stringMatching(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/)],
    });
    orderId = order.id;
    code = order.activationCodes[0]!;
  });

  it('refuses a code with one mistyped character without looking for it', async () => {
    const wrong = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
    await expect(
      world.api().post('/key-files', { activationCode: wrong, email: 'a@b.example' }),
    ).rejects.toMatchObject({ code: 'CODE_MALFORMED', status: 422 });
  });
});

describe('a registration', () => {
  const email = 'owner@acme.example';
  let token: string;
  let acme: Api;
  let license: View<'LicenseView'>;

  it('needs names, a business address, a country and both consents', async () => {
    const answer = await world
      .api()
      .send(
        'POST',
        '/auth/register',
        registration(email, { activationCode: code, acceptTerms: false, firstName: '' }),
      );
    const problem = (await answer.json()) as View<'Problem'>;
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(new Set(problem.errors!.map((e) => e.field))).toEqual(new Set(['acceptTerms', 'firstName']));
  });

  it('[IDC-015] is answered alike for everybody, and mails a link', async () => {
    const answer = await world
      .api()
      .send('POST', '/auth/register', registration(email, { activationCode: code }));
    expect([answer.status, await answer.text()]).toEqual([202, '{}']);
    token = await world.mail.token(email, 'activate');
    const mail = await world.mail.wait(email);
    expect(mail.html).toContain(token);
    expect(mail.text).toContain(token);
  });

  it('[LIC-059] does not claim the code: it is still nobody’s', async () => {
    const rows = await world.query(
      'licensing',
      `select company_id from license_entry e join license l on l.id = e.license_id
      where l.order_id = $1 and company_id is not null`,
      [orderId],
    );
    expect(rows).toEqual([]);
  });

  it('[IDC-017] sets the password by POST alone; reading the link uses nothing up', async () => {
    const path = `/auth/activate?token=${token}`;
    for (const method of ['GET', 'HEAD']) expect((await world.api().send(method, path)).status).toBe(405);
    await expect(world.api().post('/auth/activate', { token, password: 'short' })).rejects.toMatchObject({
      code: 'PASSWORD_POLICY',
      status: 422,
    });
    await world.api().post('/auth/activate', { token, password });
    await expect(world.api().post('/auth/activate', { token, password })).rejects.toMatchObject({
      code: 'LINK_INVALID',
    });
  });

  it('makes the person owner of the company', async () => {
    acme = await world.api().signIn(email, password);
    const me = await acme.get('/me');
    expect(me).toMatchObject({
      email,
      role: 'owner',
      company: { name: 'Acme GmbH' },
      rights: expect.arrayContaining(['licenses.manage', 'devices.manage']),
    });
  });

  it('[LIC-063][LIC-064] lists the license as not activated, with product, seats, serial and order number', async () => {
    const { items } = await acme.get<View<'LicenseList'>>('/licenses');
    expect(items).toEqual([
      expect.objectContaining({
        status: 'not_activated',
        activationCode: code,
        product: { id: shield, name: 'Endpoint Shield' },
        seats: { limit: 10, used: 0 },
        serialNumber: expect.stringMatching(/^[0-9A-Z]{8}$/),
        orderNumber: expect.any(String),
      }),
    ]);
    license = items[0]!;
  });

  it('[LIC-059] gives the code to nobody else afterwards', async () => {
    const other = await orderCode(world, licenses, { companyName: 'Globex AG' });
    const globex = await owner(world, 'owner@globex.example', other, { companyName: 'Globex AG' });
    await expect(globex.post('/licenses', { activationCode: code })).rejects.toMatchObject({
      code: 'LICENSE_ALREADY_ADDED',
      status: 409,
    });
    await expect(globex.get(`/licenses/${license.id}`)).rejects.toMatchObject({ status: 404 });
  });

  it('keeps a page’s session in a cookie that no script can read', async () => {
    const answer = await world
      .api()
      .send(
        'POST',
        '/auth/sign-in',
        { email, password },
        { origin: world.url.replace('127.0.0.1', 'localhost'), 'sec-fetch-site': 'same-origin' },
      );
    const cookie = answer.headers.getSetCookie().find((c) => c.startsWith('sid='))!;
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(await answer.json()).not.toHaveProperty('accessToken');
    const me = await world.api().send('GET', '/me', undefined, { cookie: cookie.split(';')[0]! });
    expect(me.status).toBe(200);
  });
});
