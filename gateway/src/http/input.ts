import { validate } from '@tessera/contracts';
import { refuse } from '@tessera/platform';
import type { FastifyRequest } from 'fastify';
import { versionsOf } from './conditions.js';
import type { RouteDefinition } from './routes.js';
import { parametersOf } from './routes.js';

/**
 * Builds a contract's request out of an HTTP request. A field that the path names may not come from elsewhere too.
 * @throws Refusal VALIDATION_FAILED, ETAG_REQUIRED, ETAG_MISMATCH, UNAUTHENTICATED
 */
export function readInput(route: RouteDefinition, request: FastifyRequest): object {
  const fromBody = route.method !== 'GET' && route.method !== 'DELETE';
  const given = fromBody ? bodyOf(request) : (request.query as Record<string, unknown>);
  const parameters = request.params as Record<string, string>;
  const { etag, bearer } = route.options;
  const reserved = [
    ...parametersOf(route.path),
    ...(etag ? ['ifMatch', 'ifMatchOthers'] : []),
    ...(bearer ? [bearer] : []),
  ];
  const twice = reserved.filter((name) => Object.hasOwn(given, name));
  if (twice.length) {
    refuse('VALIDATION_FAILED', {
      errors: twice.map((field) => ({ field, code: 'UNKNOWN_FIELD', detail: 'does not belong here' })),
    });
  }
  const input: Record<string, unknown> = { ...given, ...parameters };
  if (etag && route.method === 'PATCH') Object.assign(input, ifMatchOf(request));
  if (bearer) input[bearer] = bearerOf(request) ?? refuse('UNAUTHENTICATED');
  const errors = validate(
    route.options.body ?? route.contract.request,
    input,
    route.options.tolerant ? 'tolerant' : 'strict',
    fromBody ? 'body' : 'query',
  );
  if (errors.length) {
    // A malformed id in the path is an id that does not exist.
    if (errors.every((e) => e.field in parameters)) refuse('NOT_FOUND');
    refuse('VALIDATION_FAILED', { errors });
  }
  return input;
}

function bodyOf(request: FastifyRequest): Record<string, unknown> {
  // No body at all is one without fields; `null` is a body, and no object.
  const body = request.body === undefined ? {} : request.body;
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    refuse('VALIDATION_FAILED', { detail: 'The body must be a JSON object.' });
  return body as Record<string, unknown>;
}

/** The versions in `If-Match: "7"` or `"6", "7"`; none for `*`, which matches any version. */
function ifMatchOf(request: FastifyRequest): { ifMatch?: number; ifMatchOthers?: string[] } {
  const header = request.headers['if-match'];
  if (header === undefined) refuse('ETAG_REQUIRED');
  const versions = versionsOf(header);
  if (versions === '*') return {};
  const [ifMatch, ...others] = versions;
  if (ifMatch === undefined) refuse('ETAG_MISMATCH');
  return { ifMatch, ...(others.length > 0 ? { ifMatchOthers: others.map(String) } : {}) };
}

export function bearerOf(request: FastifyRequest): string | null {
  const match = /^Bearer ([A-Za-z0-9._~+/=-]{1,4096})$/.exec(request.headers.authorization ?? '');
  return match ? match[1]! : null;
}
