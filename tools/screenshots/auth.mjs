const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString();

/**
 * A page as it is while its link is good. Pictures have no mail to take one from; e2e/browser/auth.spec.ts goes the whole way.
 * @param {Record<string, unknown>} facts
 */
const withLink = (facts) => async (/** @type {import('playwright-core').Page} */ page) => {
  await page.unroute('**/auth/links/inspect');
  await page.route('**/auth/links/inspect', (route) =>
    route.fulfill({
      json: {
        email: 'olga@acme.example',
        firstName: 'Olga',
        lastName: 'Acker',
        companyName: 'Acme GmbH',
        inviterName: null,
        license: 'none',
        codeEnd: null,
        expiresAt: inAWeek(),
        ...facts,
      },
    }),
  );
};

/** Pages before sign-in. @type {import('./lib/shots.mjs').Shot[]} */
export const pages = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'register', path: '/register' },
  {
    name: 'register-faults',
    path: '/register',
    prepare: async (page) => {
      await page.locator('input[name=activationCode]').fill('7K2MD-9QXW4-HT8VB-N3F3Y');
      await page.locator('main button[type=submit]').click();
    },
  },
  {
    name: 'activate',
    path: '/activate#token=x',
    before: withLink({ purpose: 'activation', license: 'code', codeEnd: '7K2MD' }),
    prepare: (page) => page.locator('input[name=password]').fill('Demo-2026'),
  },
  { name: 'link-used-up', path: '/activate' },
  { name: 'forgot-password', path: '/forgot-password' },
  {
    name: 'reset-password',
    path: '/reset-password#token=x',
    before: withLink({ purpose: 'password_reset', companyName: null }),
  },
  {
    name: 'accept-invitation',
    path: '/accept-invitation#token=x',
    before: withLink({ purpose: 'invitation', firstName: '', lastName: '', inviterName: 'Olga Acker' }),
  },
  {
    name: 'key-files',
    path: '/key-files',
    prepare: (page) => page.locator('input[name=activationCode]').fill('7K2MD-9QXW4-HT8VB-N3F3X'),
  },
  { name: 'products', path: '/products' },
  { name: 'not-found', path: '/no-such-page' },
  { name: 'language', path: '/sign-in', prepare: (page) => page.locator('footer button').click() },
  {
    name: 'shortcuts',
    as: 'owner@acme.example',
    path: '/',
    prepare: (page) => page.keyboard.press('?'),
  },
  {
    name: 'user-menu',
    as: 'owner@acme.example',
    path: '/',
    prepare: (page) => page.locator('header button[aria-haspopup=menu]').click(),
  },
];
