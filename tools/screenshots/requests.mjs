const as = 'owner@acme.example';
/** @param {(path: string) => Promise<any>} read */
const one = async (read) =>
  `/requests/${(await read('/requests?author=all&status=awaiting_reply')).items[0].id}`;
/** @param {(path: string) => Promise<any>} read */
const final = async (read) => `/requests/${(await read('/requests?author=all&status=inactive')).items[0].id}`;

/** @type {import('../screenshots.mjs').Shot[]} */
export const pages = [
  { name: 'requests', as, path: '/requests?author=all' },
  { name: 'request', as, path: one },
  {
    name: 'request-close',
    as,
    path: one,
    prepare: (page) => page.locator('main button[aria-haspopup=dialog]').click(),
  },
  { name: 'request-final', as, path: final },
  { name: 'request-print', as, path: one, prepare: (page) => page.emulateMedia({ media: 'print' }) },
  { name: 'request-new', as, path: '/requests/new' },
  {
    name: 'request-new-files',
    as,
    path: '/requests/new',
    prepare: async (page) => {
      const log = { name: 'trace.log', mimeType: 'text/plain', buffer: Buffer.alloc(300_000, 7) };
      await page.locator('main select').nth(1).selectOption({ index: 1 });
      await page.locator('main details summary').click();
      await page.locator('main input[type=file]').setInputFiles([log]);
      await page.locator('main progress, main [role=progressbar]').first().waitFor({ state: 'attached' });
    },
  },
];
