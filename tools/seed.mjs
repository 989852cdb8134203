import { setTimeout as sleep } from 'node:timers/promises';
import { Api, ApiError } from './world/api.mjs';
import { Mailbox } from './world/mailbox.mjs';

export const password = 'Demo-2026!pass';
const day = 86_400_000;

const staff = [
  {
    email: 'licenses@vendor.example',
    firstName: 'Lina',
    lastName: 'Berg',
    role: 'license-admin',
    who: 'license-admin: orders and codes',
  },
  {
    email: 'agent@vendor.example',
    firstName: 'Ada',
    lastName: 'Stein',
    role: 'support-agent',
    who: 'support-agent',
  },
  {
    email: 'lead@vendor.example',
    firstName: 'Leo',
    lastName: 'Brandt',
    role: 'support-lead',
    who: 'support-lead',
  },
  {
    email: 'partner@reseller.example',
    firstName: 'Pia',
    lastName: 'Noll',
    role: 'partner',
    partnerId: '01980000-0000-7000-8000-0000000000b1',
    who: 'partner',
  },
];

/**
 * Makes the demo world through the public API and the mail catcher, as people would. What is there already is left alone,
 * so that an interrupted seeding can be taken up again.
 * @param {{ baseUrl: string, mailUrl: string, bootstrap: { email: string } }} place
 */
export async function seed({ baseUrl, mailUrl, bootstrap }) {
  const world = { api: new Api(baseUrl), mail: new Mailbox(mailUrl), fresh: false };
  const admin = await member(world, bootstrap.email, async () => void (world.fresh = true));
  await Promise.all(staff.map((person) => makeStaff(world, admin, person)));
  const licenses = await world.api.signIn('licenses@vendor.example', password);
  const products = Object.fromEntries(
    (await world.api.get('/products')).items.map((/** @type {any} */ p) => [p.name, p.id]),
  );
  const { acme, spare } = await makeAcme(world, licenses, products);
  await Promise.all([
    makeColleague(world, acme),
    makeGlobex(world, licenses, products),
    makeLoner(world),
    makeRequests(world, acme, products['Endpoint Shield']),
  ]);
  const { code: enrollmentCode } = await acme.post('/devices/enrollments', { maxUses: 3 });
  return {
    password,
    accounts: accounts(bootstrap.email),
    tips: tips(baseUrl, mailUrl, spare),
    enrollmentCode,
  };
}

/** `fresh`: nobody is there yet, so nobody needs to be asked for; wrong sign-ins are counted. @typedef {{ api: Api, mail: Mailbox, fresh: boolean }} World */

/** Signs in; a person who cannot yet is made first, and sets the password by the mailed link. @param {World} world @param {string} email @param {() => Promise<unknown>} make */
async function member(world, email, make) {
  const { api, mail } = world;
  const known = await present(world, email);
  if (known) return known;
  await make();
  await api.post('/auth/activate', { token: await mail.token(email), password });
  return api.signIn(email, password);
}

/** The person's session, if the person is there. @param {World} world @param {string} email @returns {Promise<Api | undefined>} */
async function present(world, email) {
  if (world.fresh) return undefined;
  try {
    return await world.api.signIn(email, password);
  } catch (error) {
    if (!(error instanceof ApiError) || ![401, 429].includes(error.status)) throw error;
    if (error.status === 401) return undefined;
    await sleep(1_000 * Number(error.headers.get('retry-after') ?? 1));
    return present(world, email);
  }
}

/** @param {World} world @param {Api} admin @param {typeof staff[number]} person */
function makeStaff(world, admin, { who: _who, ...person }) {
  return member(world, person.email, () => admin.post('/staff/users', person).catch(unless('EMAIL_TAKEN')));
}

/** @param {Api} licenses @param {Record<string, unknown>} order */
async function code(licenses, order) {
  const made = await licenses.post('/staff/orders', {
    seats: 10,
    termDays: 365,
    kind: 'commercial',
    quantity: 1,
    ...order,
  });
  return made.activationCodes[0];
}

/** Five licenses in different states. @param {World} world @param {Api} licenses @param {Record<string, string>} products */
async function makeAcme(world, licenses, products) {
  const companyName = 'Acme GmbH';
  const email = 'owner@acme.example';
  const first = await code(licenses, { companyName, productId: products['Endpoint Shield'] });
  const acme = await member(world, email, () =>
    world.api.post('/auth/register', {
      firstName: 'Olga',
      lastName: 'Acker',
      companyName,
      email,
      country: 'DE',
      activationCode: first,
      acceptTerms: true,
      acceptPrivacy: true,
      surveyConsent: true,
      language: 'en',
    }),
  );
  const have = (await acme.get('/licenses')).items;
  if (have.length < 5) {
    const ending = new Date(Date.now() - 30 * day + 15_000).toISOString();
    const more = await Promise.all([
      code(licenses, { companyName, productId: products['Endpoint Shield EDR'] }),
      code(licenses, { companyName, productId: products['Mobile Shield'], seats: 25 }),
      code(licenses, {
        companyName,
        productId: products['Small Office Suite'],
        seats: 5,
        termDays: 30,
        startsAt: ending,
      }),
      code(licenses, { companyName, productId: products['Cloud Guard'], seats: 3 }),
    ]);
    for (const activationCode of more) await acme.post('/licenses', { activationCode });
  }
  await activate(world, acme, products, first);
  await blockOne(licenses, acme, products['Cloud Guard']);
  return {
    acme,
    spare: await code(licenses, {
      companyName: 'Initech AG',
      productId: products['Endpoint Shield'],
      seats: 10,
    }),
  };
}

/** An application on two computers, so that one license is active. @param {World} world @param {Api} acme @param {Record<string, string>} products @param {string} activationCode */
async function activate(world, acme, products, activationCode) {
  const license = (await acme.get('/licenses')).items.find(
    (/** @type {any} */ l) => l.product.id === products['Endpoint Shield'],
  );
  if (license.seats.used > 0) return;
  const application = { product: products['Endpoint Shield'], version: '12.6' };
  for (const deviceName of ['ACME-WS-001', 'ACME-WS-002']) {
    await world.api.post('/activations', {
      activationCode: license.activationCode ?? activationCode,
      fingerprint: `demo-${deviceName}`,
      application,
      deviceName,
    });
  }
}

/** @param {Api} licenses @param {Api} acme @param {string} productId */
async function blockOne(licenses, acme, productId) {
  const license = (await acme.get('/licenses')).items.find(
    (/** @type {any} */ l) => l.product.id === productId,
  );
  if (license.status !== 'blocked')
    await licenses.post(`/staff/licenses/${license.id}/block`, {
      reason: 'The code was published; the customer asked for a new one.',
    });
}

/** @param {World} world @param {Api} acme */
async function makeColleague(world, acme) {
  const email = 'user@acme.example';
  if (await present(world, email)) return;
  await acme
    .post('/company/invitations', { email, purpose: 'member', rights: [] })
    .catch(unless('ALREADY_INVITED'));
  const token = await world.mail.token(email, 'accept-invitation');
  const person = {
    firstName: 'Udo',
    lastName: 'Auer',
    country: 'DE',
    password,
    acceptTerms: true,
    acceptPrivacy: true,
  };
  await world.api.post('/auth/invitations/accept', { token, ...person });
}

/** @param {World} world @param {Api} licenses @param {Record<string, string>} products */
async function makeGlobex(world, licenses, products) {
  const email = 'owner@globex.example';
  await member(world, email, async () =>
    world.api.post('/auth/register', {
      firstName: 'Gero',
      lastName: 'Blum',
      companyName: 'Globex AG',
      email,
      country: 'CH',
      language: 'de',
      activationCode: await code(licenses, {
        companyName: 'Globex AG',
        productId: products['Endpoint Shield Suite'],
      }),
      acceptTerms: true,
      acceptPrivacy: true,
      surveyConsent: false,
    }),
  );
}

/** An account of its own, and no company yet. @param {World} world */
async function makeLoner(world) {
  const email = 'alone@initech.example';
  await member(world, email, () =>
    world.api.post('/auth/register', {
      firstName: 'Ines',
      lastName: 'Tech',
      email,
      country: 'AT',
      acceptTerms: true,
      acceptPrivacy: true,
      surveyConsent: false,
      language: 'en',
    }),
  );
}

/** Requests in several states. @param {World} world @param {Api} acme @param {string} productId */
async function makeRequests(world, acme, productId) {
  if ((await acme.get('/requests?author=me')).items.length) return;
  const agent = await world.api.signIn('agent@vendor.example', password);
  const about = { category: 'technical', productId, productVersion: '12.6', osVersion: 'Windows 11' };
  const form = await acme.get('/request-form?category=technical');
  const type = form.types[0];
  const kind = type ? { type: type.id, ...(type.subtypes[0] ? { subtype: type.subtypes[0] } : {}) } : {};
  const ask = (/** @type {string} */ subject, /** @type {string} */ description) =>
    acme.post('/requests', { ...about, ...kind, subject, description });
  await ask(
    'Scan stops at 60 percent',
    'The quick scan stops at 60 percent on two computers and does not go on.',
  );
  const asked = await ask(
    'Update fails behind our proxy',
    'Since Monday the databases are not updated on computers behind the proxy.',
  );
  await agent.post(`/staff/requests/${asked.id}/messages`, {
    text: 'Which proxy do you use, and does it ask for a password?',
    status: 'awaiting_reply',
  });
  const closed = await acme.post('/requests', {
    category: 'portal',
    subject: 'How do I add a branch?',
    description: 'We open an office in Graz.',
  });
  await acme.post(`/requests/${closed.id}/close`);
}

/** @param {string} admin */
const accounts = (admin) => [
  { email: admin, who: 'platform-admin' },
  ...staff.map(({ email, who }) => ({ email, who })),
  {
    email: 'owner@acme.example',
    who: 'owner of Acme: five licenses, three devices, requests in several states',
  },
  { email: 'user@acme.example', who: 'member of Acme without administrator rights' },
  { email: 'owner@globex.example', who: 'owner of another company' },
  { email: 'alone@initech.example', who: 'a person without a company' },
];

/** @param {string} baseUrl @param {string} mailUrl @param {string} spare */
const tips = (baseUrl, mailUrl, spare) => [
  `open ${baseUrl} and sign in as owner@acme.example, or as agent@vendor.example for the staff console`,
  `register a company of your own at ${baseUrl}/register with the unused code ${spare}, then follow the mail at ${mailUrl}`,
  `connect a simulated device: in the portal Devices, Connect a device, then  node tools/device.mjs --url ${baseUrl} --enroll CODE`,
  `browse the API at ${baseUrl}/api/docs`,
];

/** @param {string} expected @returns {(error: unknown) => undefined} */
function unless(expected) {
  return (error) => {
    if (!(error instanceof ApiError) || error.code !== expected) throw error;
  };
}
