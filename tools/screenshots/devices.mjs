const as = 'owner@acme.example';
/** @param {(path: string) => Promise<any>} read */
const yellow = async (read) => `/devices/${(await read('/devices?status=attention')).items[0].id}`;

/** @type {import('../screenshots.mjs').Shot[]} */
export const pages = [
  { name: 'devices', as, path: '/devices' },
  {
    name: 'devices-list',
    as,
    path: '/devices',
    prepare: (page) => page.locator('main button[aria-pressed=false]').last().click(),
  },
  { name: 'device-yellow', as, path: yellow },
  {
    name: 'device-disconnect',
    as,
    path: yellow,
    prepare: (page) => page.locator('main button[aria-haspopup=dialog]').click(),
  },
  { name: 'connect', as, path: '/devices/connect' },
  {
    name: 'connect-code',
    as,
    path: '/devices/connect',
    waits: true,
    prepare: async (page) => {
      await page.locator('main button[type=submit]').click();
      await page.locator('main img').waitFor();
    },
  },
  { name: 'enroll', path: '/enroll#code=7QK3-9XW4-B6HR-NPCA-2M5T' },
];
