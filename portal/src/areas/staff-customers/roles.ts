import type { Me } from '../../shell/area.js';

const supportRoles: readonly string[] = ['support-agent', 'support-lead', 'platform-admin'];
const licenseRoles: readonly string[] = ['license-admin', 'platform-admin'];

/** As the API lets them: offering what it refuses helps nobody. */
export const seesRequests = (me: Me): boolean => supportRoles.includes(me.role);
export const mayBlock = (me: Me): boolean => licenseRoles.includes(me.role);
export const seesCustomers = (me: Me): boolean => seesRequests(me) || mayBlock(me);
