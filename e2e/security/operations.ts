import type { Access } from '@tessera/contracts/kit';
import { randomUUID } from 'node:crypto';
import type { Api } from '../../tools/world/api.mjs';

/* eslint-disable @typescript-eslint/no-explicit-any -- an OpenAPI document, read generically */

/** One route, as the OpenAPI document tells it. */
export interface Operation {
  method: string;
  path: string;
  /** What the query has to say, as `?name=value`; most need nothing. */
  query: string;
  body: any;
  open: boolean;
  /** Guarded by a secret of its own, of an application or a device, and by no session. */
  credential: boolean;
  staff: boolean;
  /** Who may ask, as the contract declares it. */
  access: Access | undefined;
  /** Ignores fields that it does not know, as the document says. */
  tolerant: boolean;
}

const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'];

/** Every route of the document that the gateway serves. */
export async function operationsOf(api: Api): Promise<Operation[]> {
  const document = withoutReferences(await api.get('/openapi.json'));
  return Object.entries<any>(document.paths).flatMap(([path, item]) =>
    methods
      .filter((m) => item[m])
      .map((m) => ({
        method: m.toUpperCase(),
        path: path.replace(/^\/api\/v1/, ''),
        query: queryOf(item[m].parameters ?? []),
        body: item[m].requestBody?.content?.['application/json']?.schema,
        open: item[m].security?.length === 0,
        credential: item[m].security?.[0]?.credential !== undefined,
        staff: path.includes('/staff/'),
        access: item[m]['x-access'],
        tolerant: item[m]['x-unknown-fields'] === 'ignored',
      })),
  );
}

/** The document with every `$ref` written in place. */
function withoutReferences(document: any): any {
  const resolve = (value: any): any => {
    if (Array.isArray(value)) return value.map(resolve);
    if (value === null || typeof value !== 'object') return value;
    if (value.$ref)
      return resolve(
        value.$ref
          .slice(2)
          .split('/')
          .reduce((at: any, key: string) => at[key], document),
      );
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]));
  };
  return resolve(document);
}

function queryOf(parameters: any[]): string {
  const needed = parameters.filter((p) => p.in === 'query' && p.required);
  const values = new URLSearchParams(
    Object.fromEntries(needed.map((p) => [p.name, String(exampleOf(p.schema))])),
  );
  return needed.length ? `?${values}` : '';
}

/** A value that fits a schema, so that only the one thing under test is wrong with it. */
export function exampleOf(schema: any): any {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return exampleOf(schema.anyOf[0]);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        [...(schema.required ?? []), ...(schema.oneOf?.[0].required ?? [])].map((name: string) => [
          name,
          exampleOf(schema.properties[name]),
        ]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => exampleOf(schema.items));
    case 'integer':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    default:
      return textOf(schema);
  }
}

function textOf(schema: any): string {
  switch (schema.format) {
    case 'uuid':
      return randomUUID();
    case 'email':
      return 'someone@somewhere.example';
    case 'country':
      return 'DE';
    case 'language':
      return 'de';
    case 'date-time':
      return new Date(Date.now() + 60_000).toISOString();
    default:
      return 'x'.repeat(Math.max(1, schema.minLength ?? 1));
  }
}
