import { fieldsOf, type Shape } from '../fields.js';
import { exclusionSchema, fieldSchema, type JsonSchema } from '../json-schema.js';
import type { DocumentedRoute } from './documented-route.js';

export const inPath = (route: DocumentedRoute) => [...route.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!);
export const hasBody = (route: DocumentedRoute) => route.method !== 'GET' && route.method !== 'DELETE';
export const inline = (shape: Shape): JsonSchema => ({ $ref: `#/components/schemas/${shape.name}` });

/** The fields that come neither from the path nor from a header. */
function restOf(route: DocumentedRoute) {
  const elsewhere = [
    ...inPath(route),
    ...(route.etag ? ['ifMatch', 'ifMatchOthers'] : []),
    ...(route.bearer ? [route.bearer] : []),
  ];
  return [...fieldsOf(route.body ?? route.contract.request)].filter(([name]) => !elsewhere.includes(name));
}

export function pathParameters(route: DocumentedRoute): JsonSchema[] {
  const fields = fieldsOf(route.contract.request);
  return inPath(route).map((name) => {
    const field = fields.get(name);
    if (!field)
      throw new Error(`${route.method} ${route.path}: ${route.contract.request.name} has no field ${name}`);
    return { name, in: 'path', required: true, schema: fieldSchema(field, inline) };
  });
}

export function queryParameters(route: DocumentedRoute): JsonSchema[] {
  if (hasBody(route)) return [];
  return restOf(route).map(([name, field]) => {
    const { description, ...schema } = fieldSchema(field, inline);
    return { name, in: 'query', required: !field.optional, ...(description ? { description } : {}), schema };
  });
}

export function headerParameters(route: DocumentedRoute): JsonSchema[] {
  const header = (name: string, required: boolean, description: string) => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string', maxLength: 255 },
  });
  return [
    ...(takesKey(route)
      ? [
          header(
            'Idempotency-Key',
            false,
            'The same key and body within 24 hours give the same reply, the same key and another body 422. Keys are the caller’s own: the person’s, or without one the address’s.',
          ),
        ]
      : []),
    ...(route.etag && route.method === 'PATCH'
      ? [
          header(
            'If-Match',
            true,
            'The ETag of the GET, several of them, or `*` for any version. Compared strongly: `W/"1"` never matches.',
          ),
        ]
      : []),
    ...(route.etag && route.method === 'GET'
      ? [
          header(
            'If-None-Match',
            false,
            'Answers 304 while nothing has changed: an ETag, several of them, or `*`; compared weakly.',
          ),
        ]
      : []),
  ];
}

export const takesKey = (route: DocumentedRoute) =>
  route.method === 'POST' && !route.path.startsWith('/auth/');

export function bodyOf(route: DocumentedRoute): JsonSchema | null {
  const rest = restOf(route);
  if (!hasBody(route) || rest.length === 0) return null;
  const shape = route.body ?? route.contract.request;
  const whole = rest.length === fieldsOf(shape).size;
  return {
    required: rest.some(([, field]) => !field.optional),
    content: {
      'application/json': {
        schema: whole ? inline(shape) : { ...objectOf(rest), ...exclusionSchema(shape) },
      },
    },
  };
}

type Fields = ReturnType<typeof restOf>;

export function objectOf(fields: Fields): JsonSchema {
  const required = fields.filter(([, f]) => !f.optional).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, field]) => [name, fieldSchema(field, inline)])),
    ...(required.length ? { required } : {}),
    additionalProperties: false,
  };
}
