import type { RequestContext } from '@tessera/platform';

/**
 * Whose requests a person sees: those of the company, and those that the person made before there was one. The first is whose
 * a new request is. Nobody else has a person's id as company, so the person's own stay the person's own.
 */
export function tenantsOf(ctx: RequestContext): [string, ...string[]] {
  const { companyId, userId } = ctx.person;
  return companyId === null ? [userId] : [companyId, userId];
}
