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
    prepare: (page) => page.locator('input[name=password]').fill('Demo-2026'),
  },
  { name: 'link-used-up', path: '/activate' },
  { name: 'forgot-password', path: '/forgot-password' },
  { name: 'reset-password', path: '/reset-password#token=x' },
  { name: 'accept-invitation', path: '/accept-invitation#token=x' },
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
