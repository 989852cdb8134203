const agent = 'agent@vendor.example';
const licenses = 'licenses@vendor.example';
/** @param {(path: string) => Promise<any>} read */
const first = async (read) => `/staff/requests/${(await read('/staff/requests?status=active')).items[0].id}`;

/** @param {(path: string) => Promise<any>} read */
const acme = async (read) =>
  `/staff/customers/${(await read('/staff/companies?search=owner@acme.example')).items[0].id}`;

/** @type {import('../screenshots.mjs').Shot[]} */
export const pages = [
  { name: 'staff-queue', as: agent, path: '/staff/requests' },
  { name: 'staff-request', as: agent, path: first },
  {
    name: 'staff-shortcuts',
    as: agent,
    path: '/staff/requests',
    prepare: (page) => page.keyboard.press('?'),
  },
  { name: 'staff-customers', as: agent, path: '/staff/customers' },
  { name: 'staff-customers-none', as: agent, path: '/staff/customers?search=nowhere' },
  { name: 'staff-customer', as: agent, path: acme },
  { name: 'staff-customer-licenses', as: licenses, path: acme },
  {
    name: 'staff-customer-block',
    as: licenses,
    path: acme,
    prepare: async (page) => {
      await page.locator('table button[aria-haspopup=dialog]').first().click();
      await page.locator('[role=dialog] button[type=submit]').click();
    },
  },
  { name: 'staff-orders', as: licenses, path: '/staff/orders' },
  { name: 'staff-order-new', as: licenses, path: '/staff/orders/new' },
  { name: 'staff-people', as: 'admin@vendor.example', path: '/staff/people' },
];
