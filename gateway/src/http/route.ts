import 'reflect-metadata';
import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  Header,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { RequestContract, Shape } from '@tessera/contracts';
import type { RequestContext } from '@tessera/platform';
import type { FastifyRequest } from 'fastify';
import { readInput } from './input.js';
import { remember, type HttpMethod, type RouteDefinition } from './routes.js';

export interface Download {
  fileName: string;
  /** Media type; attachments of users are always `application/octet-stream`. */
  type: string;
  body: Buffer;
}

export interface RouteOptions<Reply = unknown> {
  /** 200, or 204 where the contract has no reply. */
  status?: number;
  /** For a status that depends on the reply, e.g. 202 while a license is under verification. */
  statusOf?: (reply: Reply) => number;
  /** The reply's `version` becomes the ETag; a PATCH needs `If-Match`, which becomes the request's `ifMatch`. */
  etag?: true;
  /** The `Authorization: Bearer` secret belongs to a service, not to a session: it becomes this field of the request. */
  bearer?: string;
  download?: (reply: Reply) => Download;
  /** The reply is the same for all callers: caches on the way may answer. */
  cacheControl?: string;
  /** What clients send and get, where that is less than the contract's request and reply. */
  body?: Shape;
  reply?: Shape;
  tag?: string;
  /** Fields that the contract does not know are ignored, since devices of any version call. */
  tolerant?: true;
  /** Passwords are checked and made under a concurrency limiter of their own, which shares its slots fairly by address. */
  limiter?: 'passwords';
  /** Called by applications and devices, not by people: a company may have thousands behind one address. */
  machines?: true;
  /** Mostly answered from memory as soon as its body is there, so it is not refused before, even at its service's limit. */
  fromMemory?: true;
}

export const ROUTE = 'tessera:route';
const verbs = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete };

/**
 * One line of the edge: a method and path, and the contract that it asks. `:name` in the path is a field of the
 * contract's request; the others come from the query (GET, DELETE) or from the body.
 */
export function Route<Rep>(
  route: `${HttpMethod} /${string}`,
  contract: RequestContract<never, Rep> | RequestContract,
  options: RouteOptions<Rep> = {},
): MethodDecorator {
  const [method, path] = route.split(' ') as [HttpMethod, string];
  const status = options.status ?? (contract.reply === null ? 204 : 200);
  const definition: RouteDefinition = {
    method,
    path,
    contract: contract as RequestContract,
    status,
    options: options as RouteOptions,
  };
  remember(definition);
  const { cacheControl } = options;
  return applyDecorators(
    verbs[method](path),
    HttpCode(status),
    SetMetadata(ROUTE, definition),
    ...(cacheControl ? [Header('cache-control', cacheControl)] : []),
  );
}

export const routeOf = (handler: object | null): RouteDefinition | undefined =>
  handler ? (Reflect.getMetadata(ROUTE, handler) as RouteDefinition | undefined) : undefined;

/** Whether a session is looked for. A route without a contract decides itself what it does without one. */
export const takesSession = (route: RouteDefinition | undefined): boolean =>
  route?.contract.access.who !== 'public' && route?.options.bearer === undefined;

/** The contract's request, from path, query and body, checked strictly: unknown fields are refused. */
export const Input = createParamDecorator((_: unknown, execution: ExecutionContext) =>
  readInput(routeOf(execution.getHandler())!, execution.switchToHttp().getRequest<FastifyRequest>()),
);

/** The request's context: actor, deadline, language. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext) =>
  contextOf(execution.switchToHttp().getRequest<FastifyRequest>()),
);

declare module 'fastify' {
  interface FastifyRequest {
    tessera?: RequestContext;
  }
}

/** The context that ContextInterceptor, or GuardChain, has made for this request. */
export function contextOf(request: FastifyRequest): RequestContext {
  if (!request.tessera) throw new Error('this route has no context');
  return request.tessera;
}
