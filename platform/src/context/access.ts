import { admits, type Access } from '@tessera/contracts/kit';
import { refuse } from '../errors/problem.js';
import type { RequestContext } from './request-context.js';

/** Applies a contract's access rule, in the service that owns the data. */
export function requireAccess(access: Access, ctx: RequestContext): void {
  switch (access.who) {
    case 'public':
    case 'service':
      return;
    case 'signed_in':
      requireAdmitted(access.also, ctx);
      return;
    case 'company':
      void ctx.companyId;
      requireAdmitted(access.also, ctx);
      if (access.right) ctx.requireRight(access.right);
      return;
    case 'customer':
      // The vendor's people have no company either, and no business here.
      if (ctx.person.companyId === null && ctx.person.role !== 'none') refuse('COMPANY_REQUIRED');
      requireAdmitted(undefined, ctx);
      return;
    case 'staff':
      // To a customer the vendor's side does not exist.
      if (!access.roles.includes(ctx.person.role)) refuse('NOT_FOUND');
  }
}

function requireAdmitted(also: Parameters<typeof admits>[0], ctx: RequestContext): void {
  if (!admits(also, ctx.person.role)) refuse('RIGHT_MISSING');
}
