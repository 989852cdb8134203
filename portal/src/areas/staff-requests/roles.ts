import type { Me } from '../../shell/area.js';

/** Whom the API lets into the queue, and who can be given a request. */
const supportRoles: readonly string[] = ['support-agent', 'support-lead', 'platform-admin'];

export const isSupportRole = (role: string): boolean => supportRoles.includes(role);
export const worksOnRequests = (me: Me): boolean => isSupportRole(me.role);
