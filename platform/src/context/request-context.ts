import { AsyncLocalStorage } from 'node:async_hooks';
import { refuse } from '../errors/problem.js';
import type { Actor } from './actor.js';
import { Deadline } from './deadline.js';
import { Trace } from '../observability/trace.js';

export interface ContextValues {
  actor: Actor | null;
  actorToken: string | null;
  deadline: Deadline;
  trace: Trace;
  idempotencyKey: string | null;
  /** The client's address as the gateway saw it; null between services. */
  clientAddress: string | null;
  /** What the caller reads: the account's, else the cookie's, else the browser's. */
  language: string;
}

/** State of an idempotent request on its way through its handler; see idempotency/. */
export interface IdempotencyState {
  scope: Buffer;
  fingerprint: Buffer;
  /** A transaction of the request has stored its reply. */
  claimed: boolean;
}

const current = new AsyncLocalStorage<RequestContext>();

/** Everything about one request that is not its payload. The first or last argument of everything that serves it. */
export class RequestContext {
  private verifiedActor: Actor | null;
  readonly actorToken: string | null;
  readonly deadline: Deadline;
  readonly trace: Trace;
  readonly idempotencyKey: string | null;
  readonly clientAddress: string | null;
  readonly language: string;
  idempotency: IdempotencyState | null = null;

  constructor(values: Partial<ContextValues>) {
    this.verifiedActor = values.actor ?? null;
    this.actorToken = values.actorToken ?? null;
    this.deadline = values.deadline ?? Deadline.in(5_000);
    this.trace = values.trace ?? Trace.start();
    this.idempotencyKey = values.idempotencyKey ?? null;
    this.clientAddress = values.clientAddress ?? null;
    this.language = values.language ?? 'en';
  }

  /** For work that no person asked for: a poller, a consumer of events. */
  static system(milliseconds = 30_000, trace?: Trace): RequestContext {
    return new RequestContext({ deadline: Deadline.in(milliseconds), ...(trace ? { trace } : {}) });
  }

  /** The context of the code that runs now, for logs; null outside of any request. */
  static current(): RequestContext | null {
    return current.getStore() ?? null;
  }

  run<T>(fn: () => T): T {
    return current.run(this, fn);
  }

  get actor(): Actor | null {
    return this.verifiedActor;
  }

  /** For the guard that has verified the actor's token. */
  authenticate(actor: Actor): true {
    this.verifiedActor = actor;
    return true;
  }

  /** The person who asks. Refuses with UNAUTHENTICATED when nobody is signed in. */
  get person(): Actor {
    return this.actor ?? refuse('UNAUTHENTICATED');
  }

  get userId(): string {
    return this.person.userId;
  }

  /** The company of the person who asks; it never comes from a payload. */
  get companyId(): string {
    return this.person.companyId ?? refuse('COMPANY_REQUIRED');
  }

  can(right: string): boolean {
    return this.actor?.rights.includes(right) ?? false;
  }

  requireRight(right: string): void {
    if (!this.can(right)) refuse('RIGHT_MISSING', { params: { right } });
  }
}
