import { confinedRoles, type Access } from '../contract.js';
import { componentSchemas, type JsonSchema } from '../json-schema.js';
import type { DocumentedRoute } from './documented-route.js';
import { byName, problemSchema } from './problem-schema.js';
import { problems, successes } from './route-answers.js';
import { bodyOf, headerParameters, pathParameters, queryParameters } from './route-input.js';

/**
 * The OpenAPI 3.1 document of the gateway's routes.
 * @param plain path items of routes that ask no contract, as they stand in the document
 */
export function openApi(
  routes: readonly DocumentedRoute[],
  version: string,
  plain: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
  const sorted = [...routes].sort((a, b) => byName(a.path, b.path) || byName(a.method, b.method));
  const named = new Map<string, DocumentedRoute>();
  const paths: Record<string, JsonSchema> = {};
  for (const route of sorted) {
    const path = (paths[route.path] ??= {});
    path[route.method.toLowerCase()] = { operationId: operationId(route, named), ...operation(route) };
  }
  Object.assign(paths, plain);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tessera API',
      version,
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ cookie: [] }, { bearer: [] }],
    tags: tagsOf(paths),
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => byName(a, b))),
    components: { schemas: schemas(sorted, paths), securitySchemes },
  };
}

const DESCRIPTION = `The customer platform. Every refusal is \`application/problem+json\` with a stable \`code\`.

What is sent is put into one form before it is checked, and comes back in that form:

- Names and other texts that people write: Unicode NFC, without blanks at both ends and without controls of the direction of
  writing; names also without characters that nobody sees. What then shows nothing is empty. Lengths count code points of the result.
- \`uuid\`: capitals are taken, small letters come back.
- \`date-time\`: every form of RFC 3339 is taken, with any offset and fraction (milliseconds are kept); UTC with \`Z\` comes back. A
  leap second is the second after it.
- \`email\`: an international domain is taken in both forms and comes back as \`xn--…\`; the part before the @ is ASCII.
- \`country\` and \`language\`: taken in any case, \`DE\` and \`de-CH\` come back.

Passwords, codes, tokens, key files and other texts of machines stay as they are. A body is at most 100 KiB of JSON, 20 levels
deep, with 1,000 fields, none of them twice in one object.`;

function tagsOf(paths: Record<string, JsonSchema>): { name: string }[] {
  const names = Object.values(paths).flatMap((path) =>
    Object.values(path).flatMap((o) => (o as { tags: string[] }).tags),
  );
  return [...new Set(names)].sort(byName).map((name) => ({ name }));
}

const securitySchemes = {
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-sid',
    description: 'Session of a browser; `sid` on http://localhost.',
  },
  bearer: { type: 'http', scheme: 'bearer', description: 'Access token of a program.' },
  credential: {
    type: 'http',
    scheme: 'bearer',
    description: 'Token of a device or of an activation, as it was issued.',
  },
};

/** `rpc.licensing.key-file.order.v1` is `orderKeyFile`; a second route with that name gets its service in front. */
function operationId(route: DocumentedRoute, taken: Map<string, DocumentedRoute>): string {
  const [, service, noun, verb] = route.contract.subject.split('.') as [string, string, string, string];
  const camel = (...words: string[]) => words.join('-').replace(/-(.)/g, (_m, c: string) => c.toUpperCase());
  const free = [
    camel(verb, noun),
    camel(service, verb, noun),
    camel(service, verb, noun, route.method.toLowerCase()),
  ];
  const id = free.find((name) => !taken.has(name));
  if (!id) throw new Error(`${route.method} ${route.path} asks a contract that other routes ask already`);
  taken.set(id, route);
  return id;
}

function operation(route: DocumentedRoute): JsonSchema {
  const { access, summary } = route.contract;
  const body = bodyOf(route);
  return {
    tags: [route.tag],
    summary,
    ...(needs(access) ? { description: needs(access) } : {}),
    'x-access': access,
    ...(route.tolerant ? { 'x-unknown-fields': 'ignored' } : {}),
    ...(access.who === 'public' && !route.bearer ? { security: [] } : {}),
    ...(route.bearer ? { security: [{ credential: [] }] } : {}),
    parameters: [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)],
    ...(body ? { requestBody: body } : {}),
    responses: { ...successes(route), ...problems(route) },
  };
}

function needs(access: Access): string {
  if (access.who === 'company')
    return access.right
      ? `Needs the right \`${access.right}\`.`
      : `Needs a company.${notConfined(access.also)}`;
  if (access.who === 'customer') return `For people with or without a company.${notConfined()}`;
  if (access.who === 'signed_in') return notConfined(access.also).trim();
  return access.who === 'staff' ? `For ${access.roles.join(', ')}; does not exist for others.` : '';
}

const notConfined = (also: readonly string[] = []): string =>
  confinedRoles
    .filter((role) => !also.includes(role))
    .map((role) => ` Not for the role \`${role}\`.`)
    .join('');

/** Every shape that the paths mention, and those that these mention in turn. */
function schemas(routes: readonly DocumentedRoute[], paths: object): Record<string, JsonSchema> {
  const shapes = routes
    .flatMap((r) => [r.body ?? r.contract.request, r.reply ?? r.contract.reply])
    .filter((s) => s !== null);
  const all: Record<string, JsonSchema> = { ...componentSchemas(shapes), Problem: problemSchema };
  const used = new Set<string>();
  const visit = (value: unknown): void => {
    for (const [, name] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name!)) continue;
      used.add(name!);
      visit(all[name!]);
    }
  };
  visit(paths);
  return Object.fromEntries([...used].sort(byName).map((name) => [name, all[name]!]));
}
