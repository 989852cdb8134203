import { schemaOfExclusion } from './exclusion.js';
import { exclusionOf, fieldsOf, type FieldSpec, type Shape } from './fields.js';

/** JSON Schema 2020-12, the subset that OpenAPI 3.1 and AsyncAPI 3 share and that this kit writes. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

/** How unknown fields are met: refused at the edge, ignored between services that may be of different age. */
export type Strictness = 'strict' | 'tolerant';

/** A schema with every nested shape written in place, to compare it with an older one. It alone says what may grow. */
export function inlineSchema(shape: Shape, strictness: Strictness): JsonSchema {
  return objectSchema(shape, strictness, (nested) => inlineSchema(nested, strictness), withGrowth);
}

const withGrowth = (spec: FieldSpec): FieldSpec =>
  spec.extensible ? { ...spec, schema: { ...spec.schema, 'x-extensible': true } } : spec;

/** The same for the validator, with what it does besides checking; lenient fields may be anything. */
export function checkedSchema(shape: Shape, strictness: Strictness): JsonSchema {
  const schema = objectSchema(shape, strictness, (nested) => checkedSchema(nested, strictness));
  const properties = schema.properties as Record<string, JsonSchema>;
  for (const [name, spec] of fieldsOf(shape)) {
    properties[name] = spec.lenient ? {} : { ...properties[name], ...behaviour(spec) };
  }
  return schema;
}

/** Keywords of the engine that no document shows (keywords.ts). */
export function behaviour({ canonical, maxBytes, schema }: FieldSpec): JsonSchema {
  if (maxBytes) return { plainJson: maxBytes };
  if (!canonical) return {};
  return schema.items ? { items: { ...(schema.items as JsonSchema), canonical } } : { canonical };
}

/** A schema that refers to nested shapes by name; `seen` collects every shape met, for the documents. */
export function namedSchema(shape: Shape, seen: Map<string, Shape>): JsonSchema {
  return objectSchema(shape, 'strict', (nested) => {
    remember(nested, seen);
    return { $ref: `#/components/schemas/${nested.name}` };
  });
}

/** Every shape reachable from the given ones, by class name. Two classes of one name are a mistake. */
export function componentSchemas(shapes: Iterable<Shape>): Record<string, JsonSchema> {
  const seen = new Map<string, Shape>();
  for (const shape of shapes) remember(shape, seen);
  const out: Record<string, JsonSchema> = {};
  // A Map's iteration also visits what is added to it on the way.
  for (const [name, shape] of seen) out[name] = namedSchema(shape, seen);
  return Object.fromEntries(Object.entries(out).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function remember(shape: Shape, seen: Map<string, Shape>): void {
  const known = seen.get(shape.name);
  if (known && known !== shape) throw new Error(`Two contract classes are named ${shape.name}`);
  seen.set(shape.name, shape);
}

/** @param shown what the schema is to say of a field besides what everybody says of it */
function objectSchema(
  shape: Shape,
  strictness: Strictness,
  nested: (s: Shape) => JsonSchema,
  shown = (spec: FieldSpec): FieldSpec => spec,
): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const [name, spec] of fieldsOf(shape)) {
    properties[name] = fieldSchema(shown(spec), nested);
    if (!spec.optional) required.push(name);
  }
  return {
    type: 'object',
    properties,
    ...(required.length ? { required } : {}),
    ...exclusionSchema(shape),
    ...(strictness === 'strict' ? { additionalProperties: false } : {}),
  };
}

/** What a shape says of two fields that exclude each other. */
export function exclusionSchema(shape: Shape): JsonSchema {
  const exclusion = exclusionOf(shape);
  return exclusion ? schemaOfExclusion(exclusion) : {};
}

/** The schema of one field, with its nested shape and its `null` where it has them. */
export function fieldSchema(spec: FieldSpec, nested: (s: Shape) => JsonSchema): JsonSchema {
  let schema = { ...spec.schema };
  if (spec.nested) {
    const inner = nested(spec.nested());
    schema = spec.list ? { ...schema, items: inner } : { ...schema, ...inner };
  }
  if (!spec.nullable) return schema;
  if (typeof schema.type === 'string' && !schema.enum) return { ...schema, type: [schema.type, 'null'] };
  return { anyOf: [schema, { type: 'null' }] };
}
