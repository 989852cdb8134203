const as = 'owner@acme.example';
/** @param {(path: string) => Promise<any>} read */
const one = async (read) => `/licenses/${(await read('/licenses?status=active')).items[0].id}`;

/** @type {import('../screenshots.mjs').Shot[]} */
export const pages = [
  { name: 'licenses', as, path: '/licenses' },
  { name: 'license', as, path: one },
  {
    name: 'license-release-seat',
    as,
    path: one,
    prepare: (page) => page.locator('table button[aria-haspopup=dialog]').first().click(),
  },
  { name: 'license-print', as, path: one, prepare: (page) => page.emulateMedia({ media: 'print' }) },
  { name: 'license-add', as, path: '/licenses/add' },
  {
    name: 'license-add-refused',
    as,
    path: '/licenses/add',
    prepare: async (page) => {
      await page.locator('input[name=activationCode]').fill('7QK3M-9XW4T-B6HRV-NPCAR');
      await page.locator('main button[type=submit]').click();
      await page.getByRole('alert').first().waitFor();
    },
  },
];
