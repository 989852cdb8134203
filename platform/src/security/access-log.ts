import { Inject, Injectable } from '@nestjs/common';
import type { RequestContract } from '@tessera/contracts/kit';
import type { RequestContext } from '../context/request-context.js';
import { Refusal } from '../errors/problem.js';
import { SecurityEvents, type SecurityFacts } from './security-events.js';

/** A request that has been answered, and how. */
export interface AnsweredRequest {
  contract: RequestContract;
  ctx: RequestContext;
  /** `OK`, or the code of the problem. */
  code: string;
  /** The contract's access rule let it in. */
  admitted: boolean;
  /** Its body is not what the contract says, and reading `input` may throw. */
  malformed: boolean;
  readonly input: object;
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

  note(request: AnsweredRequest): void {
    const { contract, code, ctx, admitted } = request;
    if (admitted && request.malformed) return;
    const { subject, access } = contract;
    if (code === 'TOO_MANY_REQUESTS')
      this.security.noteSeldom('excess_rate_limit_exceeded', ctx, { subject });
    if (code === 'RIGHT_MISSING' || (!admitted && code === 'NOT_FOUND'))
      this.security.note('authz_fail', ctx, { subject, code, ...rightOf(request), ...targetOf(request) });
    else if (access.who === 'staff' && admitted)
      this.security.note('authz_admin', ctx, { subject, code, ...targetOf(request) });
  }
}

function rightOf({ error, contract: { access } }: AnsweredRequest): SecurityFacts {
  const named = error instanceof Refusal ? error.options.params?.right : undefined;
  const right = named ?? (access.who === 'company' ? access.right : undefined);
  return right === undefined ? {} : { right: String(right) };
}

/** What it was about: the id in the request, or the first of several; of what was made, the one in the answer. */
function targetOf(request: AnsweredRequest): SecurityFacts {
  const asked = Object.entries(bodyOf(request)).filter(([name]) => name === 'id' || name.endsWith('Id'));
  const [, id] = asked.find(([name]) => name === 'id') ?? asked[0] ?? [];
  const made = (request.reply as { id?: unknown } | null | undefined)?.id;
  const target = id ?? made;
  return typeof target === 'string' && UUID.test(target) ? { targetId: target } : {};
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A refused request is logged before its body was checked. */
function bodyOf(request: AnsweredRequest): object {
  try {
    return request.input;
  } catch {
    return {};
  }
}
