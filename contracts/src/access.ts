/** What an owner may grant, one by one (IDC-064 … IDC-069). An owner has all of them. */
export const rights = [
  'requests.manage',
  'users.manage',
  'users.invite',
  'users.notify',
  'licenses.manage',
  'company.edit',
  'devices.manage',
] as const;
export type Right = (typeof rights)[number];

/** The vendor's own people, and its partners. */
export const staffRoles = [
  'support-agent',
  'support-lead',
  'license-admin',
  'platform-admin',
  'partner',
] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Roles of people who are no staff. `none`: without a company. */
export const customerRoles = ['owner', 'administrator', 'member', 'device_member', 'none'] as const;
export const roles = [...customerRoles, ...staffRoles] as const;
export type Role = (typeof roles)[number];

/** For contracts: who may ask. */
export const access = {
  anybody: { who: 'public' },
  signedIn: { who: 'signed_in' },
  /** What every person needs for the own account; also somebody who was invited for a device alone. */
  ownAccount: { who: 'signed_in', also: ['device_member'] },
  service: { who: 'service' },
  company: (right?: Right) => ({ who: 'company', ...(right ? { right } : {}) }) as const,
  /** Also a person who has no company (yet). */
  customer: { who: 'customer' },
  staff: (...allowed: StaffRole[]) => ({ who: 'staff', roles: allowed }) as const,
} as const;

export const services = ['identity', 'licensing', 'support', 'devices', 'notifications'] as const;
