import type { Api } from '../../tools/world/api.mjs';
import type { World } from './world.js';

export const password = 'Demo-2026!pass';
const consents = { acceptTerms: true, acceptPrivacy: true };

/** The first platform-admin: invited by mail at the first start, once. */
export async function bootstrapAdmin(world: World): Promise<Api> {
  const email = 'admin@vendor.example';
  await world.api().post('/auth/activate', { token: await world.mail.token(email), password });
  return world.api().signIn(email, password);
}

export async function staffMember(world: World, admin: Api, role: string, email: string): Promise<Api> {
  await admin.post('/staff/users', { email, firstName: 'Sam', lastName: 'Staff', role });
  await world.api().post('/auth/activate', { token: await world.mail.token(email), password });
  return world.api().signIn(email, password);
}

export async function productId(world: World, name: string): Promise<string> {
  const { items } = (await world.api().get('/products')) as { items: { id: string; name: string }[] };
  return items.find((p) => p.name === name)!.id;
}

/** Orders one license and answers its activation code. */
export async function orderCode(
  world: World,
  licenses: Api,
  order: { companyName: string; product?: string; seats?: number; termDays?: number },
): Promise<string> {
  const made = (await licenses.post('/staff/orders', {
    companyName: order.companyName,
    productId: await productId(world, order.product ?? 'Endpoint Shield'),
    seats: order.seats ?? 10,
    termDays: order.termDays ?? 365,
    kind: 'commercial',
    quantity: 1,
  })) as { activationCodes: string[] };
  return made.activationCodes[0]!;
}

export const registration = (email: string, more: object = {}) => ({
  firstName: 'Olga',
  lastName: 'Acker',
  companyName: 'Acme GmbH',
  email,
  country: 'DE',
  surveyConsent: false,
  language: 'en',
  ...consents,
  ...more,
});

/** Registers a person with a code, activates by the mailed link, and signs in: the owner of a new company. */
export async function owner(
  world: World,
  email: string,
  activationCode: string,
  more: object = {},
): Promise<Api> {
  await world.api().post('/auth/register', registration(email, { activationCode, ...more }));
  await world.api().post('/auth/activate', { token: await world.mail.token(email), password });
  return world.api().signIn(email, password);
}

/** Invites a person into the company of whose session it is, and has the invitation accepted. */
export async function colleague(
  world: World,
  owner: Api,
  email: string,
  rights: string[] = [],
): Promise<Api> {
  await owner.post('/company/invitations', { email, purpose: 'member', rights });
  await world.api().post('/auth/invitations/accept', {
    token: await world.mail.token(email, 'accept-invitation'),
    firstName: 'Udo',
    lastName: 'Auer',
    country: 'DE',
    password,
    ...consents,
  });
  return world.api().signIn(email, password);
}
