import { randomUUID } from 'node:crypto';

export const password = 'Demo-2026!pass';

/** @typedef {import('../../tools/world/api.mjs').Api} Api */

/**
 * The people whom the bench needs: somebody who orders licenses, and the owner of a company.
 * @param {import('./world.mjs').BenchWorld} world
 */
export async function makePeople(world) {
  const admin = await person(world, 'admin@vendor.example');
  const staff = {
    firstName: 'Lina',
    lastName: 'Berg',
    email: 'licenses@vendor.example',
    role: 'license-admin',
  };
  await admin.post('/staff/users', staff);
  const licenses = await person(world, staff.email);
  const { items } = await world.api().get('/products');
  /** @type {Record<string, string>} */
  const products = Object.fromEntries(items.map((/** @type {any} */ p) => [p.name, p.id]));
  const [code] = await order({ licenses, products }, { companyName: 'Bench GmbH' });
  const email = 'owner@bench.example';
  await world.api().post('/auth/register', {
    firstName: 'Olga',
    lastName: 'Acker',
    companyName: 'Bench GmbH',
    email,
    country: 'DE',
    activationCode: code,
    acceptTerms: true,
    acceptPrivacy: true,
    surveyConsent: false,
    language: 'en',
  });
  const owner = await person(world, email);
  const me = await owner.get('/me');
  return {
    licenses,
    staffEmail: staff.email,
    products,
    owner,
    email,
    userId: me.id ?? owner.user.id,
    companyId: me.company.id,
  };
}

/** Signs both in again: an access token lives for ten minutes. @param {import('./world.mjs').BenchWorld} world @param {People} people */
export async function renew(world, people) {
  people.licenses = await world.api().signIn(people.staffEmail, password);
  people.owner = await world.api().signIn(people.email, password);
}

/** @typedef {Awaited<ReturnType<typeof makePeople>>} People */

/** Sets the password by the mailed link, and signs in. @param {import('./world.mjs').BenchWorld} world @param {string} email */
async function person(world, email) {
  await world.api().post('/auth/activate', { token: await world.mail.token(email), password });
  return world.api().signIn(email, password);
}

/** @param {Pick<People, 'licenses' | 'products'>} people @param {Record<string, unknown>} [more] @returns {Promise<string[]>} codes */
export async function order({ licenses, products }, more) {
  const made = await licenses.post('/staff/orders', {
    companyName: 'Bench GmbH',
    productId: products['Endpoint Shield'],
    seats: 10,
    termDays: 365,
    kind: 'commercial',
    quantity: 1,
    ...more,
  });
  return made.activationCodes;
}

/** The body of an activation. @param {People} people @param {string} activationCode @param {string} [fingerprint] */
export const activation = ({ products }, activationCode, fingerprint = randomUUID()) => ({
  activationCode,
  fingerprint,
  application: { product: products['Endpoint Shield'], version: '12.6' },
  deviceName: 'Reception',
});
