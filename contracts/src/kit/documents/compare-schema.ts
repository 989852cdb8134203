import type { JsonSchema } from '../json-schema.js';

/**
 * How a schema differs from an older one. `narrowed`: some values that fitted do not fit any more. `widened`: some fit that
 * did not. `changed`: both, or neither can be excluded. `gained`: a field that may be left out is new, or a
 * value of an enumeration that was said to grow.
 */
export interface SchemaChange {
  path: string;
  effect: 'narrowed' | 'widened' | 'changed' | 'gained';
  what: string;
}

/** Compares two schemas as the kit writes them (json-schema.ts); descriptions and examples do not matter. */
export function compareSchemas(before: JsonSchema, after: JsonSchema, path = ''): SchemaChange[] {
  const [old, now] = [withoutNull(before), withoutNull(after)];
  const at = (effect: SchemaChange['effect'], what: string): SchemaChange => ({ path, effect, what });
  const nullable =
    old.nullable === now.nullable
      ? []
      : [now.nullable ? at('widened', 'may be null') : at('narrowed', 'may not be null')];
  if (old.schema.type !== now.schema.type) {
    return [...nullable, at('changed', `was ${String(old.schema.type)}, is ${String(now.schema.type)}`)];
  }
  return [
    ...nullable,
    ...[
      ...bounds(old.schema, now.schema),
      ...values(old.schema, now.schema),
      ...forms(old.schema, now.schema),
      ...exclusions(old.schema, now.schema),
    ].map(([effect, what]) => at(effect, what)),
    ...items(old.schema, now.schema, path),
    ...fields(old.schema, now.schema, path),
  ];
}

type Finding = [SchemaChange['effect'], string];

/** A field that may be null is written as a list of types, or as a choice. */
function withoutNull(schema: JsonSchema): { schema: JsonSchema; nullable: boolean } {
  if (Array.isArray(schema.type)) {
    return { schema: { ...schema, type: schema.type.find((t) => t !== 'null') as string }, nullable: true };
  }
  const choice = schema.anyOf as JsonSchema[] | undefined;
  return choice ? { schema: choice[0]!, nullable: true } : { schema, nullable: false };
}

function bounds(old: JsonSchema, now: JsonSchema): Finding[] {
  const found: Finding[] = [];
  const limit = (keyword: string, none: number, tighter: (a: number, b: number) => boolean) => {
    const [a, b] = [Number(old[keyword] ?? none), Number(now[keyword] ?? none)];
    if (a !== b) found.push([tighter(b, a) ? 'narrowed' : 'widened', `${keyword} was ${a}, is ${b}`]);
  };
  // An opaque value may become longer: its receivers only give it back, and only its maker reads it.
  const uppers = now['x-opaque'] ? ['maximum', 'maxItems'] : ['maxLength', 'maximum', 'maxItems'];
  for (const upper of uppers) limit(upper, Infinity, (a, b) => a < b);
  for (const lower of ['minLength', 'minItems']) limit(lower, 0, (a, b) => a > b);
  limit('minimum', -Infinity, (a, b) => a > b);
  return found;
}

/** Enumerations, constants, uniqueness. */
function values(old: JsonSchema, now: JsonSchema): Finding[] {
  const found: Finding[] = [];
  const setOf = (s: JsonSchema) => (s.enum ?? ('const' in s ? [s.const] : null)) as unknown[] | null;
  const [a, b] = [setOf(old), setOf(now)];
  if (a && b) {
    const [gone, added] = [a.filter((v) => !b.includes(v)), b.filter((v) => !a.includes(v))];
    if (gone.length) found.push(['narrowed', `${gone.join(', ')} is not allowed any more`]);
    if (added.length)
      found.push([now['x-extensible'] ? 'gained' : 'widened', `${added.join(', ')} is allowed`]);
  } else if (a) found.push(['widened', 'every value is allowed']);
  else if (b) found.push(['narrowed', `only ${b.join(', ')} is allowed`]);
  if (Boolean(old.uniqueItems) !== Boolean(now.uniqueItems)) {
    found.push([
      now.uniqueItems ? 'narrowed' : 'widened',
      now.uniqueItems ? 'must be unique' : 'need not be unique',
    ]);
  }
  return found;
}

/** `verbatim` and `text` take everything that `line` takes, and `line` what every other format takes. */
const width = (format: unknown) =>
  format === undefined ? 4 : format === 'verbatim' ? 3 : format === 'text' ? 2 : format === 'line' ? 1 : 0;

function forms(old: JsonSchema, now: JsonSchema): Finding[] {
  const found: Finding[] = [];
  if (old.format !== now.format) {
    const [a, b] = [width(old.format), width(now.format)];
    found.push([
      a === b ? 'changed' : b < a ? 'narrowed' : 'widened',
      `format was ${String(old.format)}, is ${String(now.format)}`,
    ]);
  }
  if (old.pattern !== now.pattern) {
    const effect = old.pattern === undefined ? 'narrowed' : now.pattern === undefined ? 'widened' : 'changed';
    found.push([effect, `pattern was ${String(old.pattern)}, is ${String(now.pattern)}`]);
  }
  return found;
}

/** Fields of an object that exclude each other. */
function exclusions(old: JsonSchema, now: JsonSchema): Finding[] {
  const [a, b] = [old, now].map(({ oneOf, not }) =>
    describeExclusion(oneOf as Alternative[], not as Alternative),
  );
  if (a === b) return [];
  if (!a) return [['narrowed', `takes ${b}`]];
  return b ? [['changed', `took ${a}, takes ${b}`]] : [['widened', `took ${a}, takes any of them`]];
}
interface Alternative {
  required: string[];
}
function describeExclusion(oneOf?: Alternative[], not?: Alternative): string | null {
  if (oneOf) return `exactly one of ${oneOf.flatMap((o) => o.required).join(' and ')}`;
  return not ? `at most one of ${not.required.join(' and ')}` : null;
}

function items(old: JsonSchema, now: JsonSchema, path: string): SchemaChange[] {
  return old.items && now.items
    ? compareSchemas(old.items as JsonSchema, now.items as JsonSchema, `${path}[]`)
    : [];
}

function fields(old: JsonSchema, now: JsonSchema, path: string): SchemaChange[] {
  const [before, after] = [old, now].map((s) => (s.properties ?? {}) as Record<string, JsonSchema>) as [
    Record<string, JsonSchema>,
    Record<string, JsonSchema>,
  ];
  const required = (s: JsonSchema, name: string) => ((s.required ?? []) as string[]).includes(name);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name): SchemaChange[] => {
    const here = path ? `${path}.${name}` : name;
    const [was, is] = [before[name], after[name]];
    if (!is) return [{ path: here, effect: 'changed', what: 'is gone' }];
    const must = required(now, name);
    if (!was)
      return [
        { path: here, effect: must ? 'narrowed' : 'gained', what: must ? 'is new and required' : 'is new' },
      ];
    const may: SchemaChange[] =
      required(old, name) === must
        ? []
        : [
            {
              path: here,
              effect: must ? 'narrowed' : 'widened',
              what: must ? 'is required' : 'may be missing',
            },
          ];
    return [...may, ...compareSchemas(was, is, here)];
  });
}
