import type { Access } from '@tessera/contracts/kit';
import { refuse } from '../errors/problem.js';
import type { RequestContext } from './request-context.js';

/** Applies a contract's access rule, in the service that owns the data. */
export function requireAccess(access: Access, ctx: RequestContext): void {
  switch (access.who) {
    case 'public':
    case 'service':
      return;
    case 'signed_in':
      void ctx.person;
      return;
    case 'company':
      void ctx.companyId;
      if (access.right) ctx.requireRight(access.right);
      return;
    case 'staff':
      // To a customer the vendor's side does not exist.
      if (!access.roles.includes(ctx.person.role)) refuse('NOT_FOUND');
  }
}
