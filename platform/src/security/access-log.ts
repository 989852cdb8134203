import { Inject, Injectable } from '@nestjs/common';
import type { RequestContract } from '@tessera/contracts/kit';
import type { RequestContext } from '../context/request-context.js';
import { Refusal } from '../errors/problem.js';
import { SecurityEvents, type SecurityFacts } from './security-events.js';

/** A request on its way through its service, and how it ended. */
export interface Asked {
  contract: RequestContract;
  code: string;
  input?: object;
  ctx?: RequestContext;
  /** The contract's access rule let it in. */
  admitted?: boolean;
  reply?: unknown;
  error?: unknown;
}

/**
 * What every service writes into the security log about who may do what: refused rights, routes of the vendor's side that
 * a customer asked for, everything that the vendor's people do or look at, and limits that were met.
 */
@Injectable()
export class AccessLog {
  constructor(@Inject(SecurityEvents) private readonly security: SecurityEvents) {}

  note(asked: Asked): void {
    const { contract, code, ctx, admitted } = asked;
    if (!ctx) return;
    const { subject, access } = contract;
    if (code === 'TOO_MANY_REQUESTS')
      this.security.noteSeldom('excess_rate_limit_exceeded', ctx, { subject });
    if (code === 'RIGHT_MISSING' || (!admitted && code === 'NOT_FOUND'))
      this.security.note('authz_fail', ctx, { subject, code, ...rightOf(asked), ...targetOf(asked) });
    else if (access.who === 'staff' && admitted)
      this.security.note('authz_admin', ctx, { subject, code, ...targetOf(asked) });
  }
}

function rightOf({ error, contract: { access } }: Asked): SecurityFacts {
  const named = error instanceof Refusal ? error.options.params?.right : undefined;
  const right = named ?? (access.who === 'company' ? access.right : undefined);
  return right === undefined ? {} : { right: String(right) };
}

/** What it was about: the id in the request, or the first of several; of what was made, the one in the answer. */
function targetOf({ input, reply }: Asked): SecurityFacts {
  const asked = Object.entries(input ?? {}).filter(([name]) => name === 'id' || name.endsWith('Id'));
  const [, id] = asked.find(([name]) => name === 'id') ?? asked[0] ?? [];
  const made = (reply as { id?: unknown } | null | undefined)?.id;
  const target = id ?? made;
  return typeof target === 'string' && UUID.test(target) ? { targetId: target } : {};
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
