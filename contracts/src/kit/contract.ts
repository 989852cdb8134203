import type { Shape } from './fields.js';

/** What kind of failure an error code is; the gateway turns it into an HTTP status. */
export const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  precondition_failed: 412,
  too_large: 413,
  unprocessable: 422,
  precondition_required: 428,
  too_many: 429,
  internal: 500,
  unavailable: 503,
  timeout: 504,
} as const;
export type ErrorCategory = keyof typeof statusOf;

/** Codes that any request may answer; a contract declares only what is its own. */
export const commonErrors = {
  VALIDATION_FAILED: 'invalid',
  UNAUTHENTICATED: 'unauthenticated',
  RIGHT_MISSING: 'forbidden',
  COMPANY_REQUIRED: 'forbidden',
  ORIGIN_REFUSED: 'forbidden',
  NOT_FOUND: 'not_found',
  CONFLICT: 'conflict',
  IDEMPOTENCY_KEY_REUSED: 'unprocessable',
  IDEMPOTENCY_IN_PROGRESS: 'conflict',
  ETAG_MISMATCH: 'precondition_failed',
  ETAG_REQUIRED: 'precondition_required',
  TOO_MANY_REQUESTS: 'too_many',
  PAYLOAD_TOO_LARGE: 'too_large',
  INTERNAL: 'internal',
  UNAVAILABLE: 'unavailable',
  DEADLINE_EXCEEDED: 'timeout',
} as const satisfies Record<string, ErrorCategory>;
export type CommonError = keyof typeof commonErrors;

/**
 * Roles that nothing is open to unless a contract names them in `also`: a person who was invited for a device alone has
 * an account, and no rights in the portal (CON-08).
 */
export const confinedRoles = ['device_member'] as const;
export type ConfinedRole = (typeof confinedRoles)[number];

/**
 * Who may ask. `public`: anybody. `signed_in`: any person. `company`: a person of a company, with the right where
 * one is named. `staff`: the vendor's people in one of the roles; to everybody else the route does not exist (404).
 * `service`: another service without a person; the company, where one is meant, stands in the payload.
 * `customer`: a person of a company, or one who has none (yet); none of the vendor's people.
 * `signed_in`, `company` and `customer` leave out the confined roles that `also` does not name.
 */
export type Access<Right extends string = string, Role extends string = string> =
  | { who: 'public' | 'service' }
  | { who: 'signed_in'; also?: readonly ConfinedRole[] }
  | { who: 'company'; right?: Right; also?: readonly ConfinedRole[] }
  | { who: 'customer' }
  | { who: 'staff'; roles: readonly Role[] };

export type RequestSubject = `rpc.${string}.${string}.${string}.v${number}`;
export type EventSubject = `evt.${string}.${string}.${string}.v${number}`;

/** Codes are in capitals, or they do not compile. */
type ErrorCodes<E extends string> = { [K in E]: K extends Uppercase<K> ? ErrorCategory : never };

export interface RequestContract<Req extends object = object, Rep = unknown, E extends string = string> {
  readonly kind: 'request';
  readonly subject: RequestSubject;
  readonly service: string;
  readonly request: Shape<Req>;
  /** null: the answer has no body. */
  readonly reply: Shape<Rep & object> | null;
  readonly errors: Readonly<Record<E, ErrorCategory>>;
  readonly summary: string;
  readonly access: Access;
  readonly callers: readonly string[];
  /** Asking twice is the same as asking once, so that a lost answer may be asked for again. */
  readonly idempotent: boolean;
  /** The longest a caller waits, in milliseconds. */
  readonly timeout: number;
  /** The version that is asked where no service answers this one yet, so that callers may be newer than services. */
  readonly fallback: RequestSubject | null;
  readonly __reply?: Rep;
}

export interface EventContract<P extends object = object> {
  readonly kind: 'event';
  readonly subject: EventSubject;
  readonly service: string;
  readonly payload: Shape<P>;
  readonly summary: string;
  /** The services that keep a durable consumer of it; the bus lets no other service read it. */
  readonly consumers: readonly string[];
  /** Told to clients over `GET /events`, to whom it concerns; null: never. */
  readonly live: Live | null;
  /** The fields of the payload that clients are told: ids alone, never what stands in a record. */
  readonly liveIds: readonly string[];
}

/**
 * Which clients learn of an event: every person of its company with the right, or the one person it names. A confined
 * role learns of what names it in `also`, and of nothing else.
 */
export interface Live {
  kind: string;
  to: 'company' | 'user';
  right?: string;
  also?: readonly ConfinedRole[];
}

/** Whether a role is let in where `also` is what a contract or an event opens to confined roles. */
export const admits = (also: readonly ConfinedRole[] | undefined, role: string): boolean =>
  !(confinedRoles as readonly string[]).includes(role) ||
  (also as readonly string[] | undefined)?.includes(role) === true;

export type AnyContract = RequestContract | EventContract;
export type ReplyOf<C> = C extends RequestContract<infer _Q, infer R, infer _E> ? R : never;
export type InputOf<C> = C extends RequestContract<infer Q, infer _R, infer _E> ? Q : never;
export type CodesOf<C> = C extends RequestContract<infer _Q, infer _R, infer E> ? E | CommonError : never;
export type PayloadOf<C> = C extends EventContract<infer P> ? P : never;

interface RequestDefinition<Req extends object, Rep extends object, E extends string> {
  subject: RequestSubject;
  request: Shape<Req>;
  reply: Shape<Rep> | null;
  errors?: ErrorCodes<E>;
  summary: string;
  access: Access;
  callers?: readonly string[];
  idempotent?: boolean;
  timeout?: number;
  /** A version of the same request whose reply fits this one's, e.g. one that says more than this needs. */
  fallback?: RequestSubject;
}

/** Declares a request and puts it into the registry. The subject is `rpc.<service>.<noun>.<verb>.vN`. */
export function request<Req extends object, E extends string = never>(
  definition: RequestDefinition<Req, object, E> & { reply: null },
): RequestContract<Req, void, E>;
export function request<Req extends object, Rep extends object, E extends string = never>(
  definition: RequestDefinition<Req, Rep, E> & { reply: Shape<Rep> },
): RequestContract<Req, Rep, E>;
export function request(d: RequestDefinition<object, object, string>): RequestContract {
  return register({
    kind: 'request',
    subject: d.subject,
    service: serviceOf(d.subject),
    request: d.request,
    reply: d.reply,
    errors: d.errors ?? {},
    summary: d.summary,
    access: d.access,
    callers: d.callers ?? ['gateway'],
    idempotent: d.idempotent ?? false,
    timeout: d.timeout ?? 5_000,
    fallback: d.fallback ?? null,
  });
}

/** Declares an event and puts it into the registry. The subject is `evt.<service>.<noun>.<past tense>.vN`. */
export function event<P extends object>(d: {
  subject: EventSubject;
  payload: Shape<P>;
  summary: string;
  consumers: readonly string[];
  live?: Live & { ids: readonly (keyof NoInfer<P> & string)[] };
}): EventContract<P> {
  const { ids = [], ...live } = d.live ?? {};
  return register({
    kind: 'event',
    subject: d.subject,
    service: serviceOf(d.subject),
    payload: d.payload,
    summary: d.summary,
    consumers: d.consumers,
    live: d.live ? (live as Live) : null,
    liveIds: ids,
  });
}

const registered = new Map<string, AnyContract>();

function register<C extends AnyContract>(contract: C): C {
  if (!/^(rpc|evt)(\.[a-z][a-z-]*){3}\.v[1-9][0-9]*$/.test(contract.subject)) {
    throw new Error(`${contract.subject} is not <rpc|evt>.<service>.<noun>.<verb>.vN`);
  }
  if (registered.has(contract.subject)) throw new Error(`${contract.subject} is declared twice`);
  registered.set(contract.subject, contract);
  return contract;
}

/** Every declared contract, by subject. */
export const registry: ReadonlyMap<string, AnyContract> = registered;

export const requestsOf = (service: string): RequestContract[] =>
  [...registered.values()].filter((c): c is RequestContract => c.kind === 'request' && c.service === service);
export const eventsOf = (service: string): EventContract[] =>
  [...registered.values()].filter((c): c is EventContract => c.kind === 'event' && c.service === service);

function serviceOf(subject: string): string {
  return subject.split('.')[1] ?? '';
}
