import { fieldsOf } from '../fields.js';
import type { JsonSchema } from '../json-schema.js';
import type { DocumentedRoute } from './documented-route.js';
import { codesByStatus, problemWith } from './problem-schema.js';
import { errorsOf } from './route-errors.js';
import { bodyOf, inline, inPath, objectOf, takesKey } from './route-input.js';

/** The answer of a request that succeeds. */
export function successes(route: DocumentedRoute): Record<string, JsonSchema> {
  const shape = route.reply ?? route.contract.reply;
  const etag = route.etag ? { headers: { ETag: { schema: { type: 'string' } } } } : {};
  const answer = (content?: JsonSchema): JsonSchema => ({
    description: 'Done.',
    ...etag,
    ...(content ? { content } : {}),
  });
  const statuses = [...new Set([route.status, ...(route.statuses ?? [])])];
  const unchanged: Record<string, JsonSchema> =
    route.etag && route.method === 'GET' ? { 304: { description: 'Nothing has changed.', ...etag } } : {};
  if (route.download) {
    return {
      [route.status]: answer({
        'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
      }),
      ...unchanged,
    };
  }
  // The version of such a reply is its ETag.
  const schema =
    shape && route.etag
      ? objectOf([...fieldsOf(shape)].filter(([name]) => name !== 'version'))
      : shape && inline(shape);
  const content = schema ? { 'application/json': { schema } } : undefined;
  return { ...Object.fromEntries(statuses.map((status) => [status, answer(content)])), ...unchanged };
}

/** The answers of a request that is refused or fails, by status. */
export function problems(route: DocumentedRoute): Record<string, JsonSchema> {
  const errors = errorsOf(route.contract, {
    key: takesKey(route),
    body: bodyOf(route) !== null,
    parameters: inPath(route).length > 0,
    etag: route.etag === true && route.method === 'PATCH',
    writes: route.method !== 'GET',
    signedIn: route.contract.access.who !== 'public' || route.bearer !== undefined,
  });
  return Object.fromEntries(
    codesByStatus(errors).map(([status, codes]) => [
      status,
      {
        description: codes.map((c) => `\`${c}\``).join(', '),
        ...(status === 429 || status === 503
          ? { headers: { 'Retry-After': { schema: { type: 'integer' } } } }
          : {}),
        content: { 'application/problem+json': { schema: problemWith(codes) } },
      },
    ]),
  );
}
