import type { CanonicalKind } from './canonical.js';
import type { JsonSchema } from './json-schema.js';

/** A class whose properties carry `Field.*` decorators: the TypeScript type and the schema in one. */
export type Shape<T = object> = new () => T;

export interface FieldSpec {
  schema: JsonSchema;
  optional: boolean;
  /** Nested shapes, resolved late so that files may import each other in any order. */
  nested?: () => Shape;
  list?: boolean;
  /** It passes as it is: who takes it checks it part by part, so that one wrong part does not hold the others. */
  lenient?: boolean;
  /** The form that input is put into before it is checked; of a list, its items. */
  canonical?: CanonicalKind;
  /** Of free JSON that is to be stored. */
  maxBytes?: number;
  nullable: boolean;
}

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type IsOptional<T, K extends keyof T> = object extends Pick<T, K> ? true : false;

/**
 * The decorator's key parameter becomes `never` when the property's declared type or optionality
 * differs from the field's, so that a wrong pair is a compile error at the property.
 */
type Fits<T, K extends keyof T, V, Optional extends boolean> =
  Same<Exclude<T[K], undefined>, V> extends true
    ? Same<IsOptional<T, K>, Optional> extends true
      ? K
      : never
    : never;

export type FieldDecorator<V, Optional extends boolean> = <T extends object, K extends keyof T & string>(
  target: T,
  key: K & Fits<T, K, V, Optional>,
) => void;

interface Common {
  description?: string;
  /** Only of a request: documented, and not checked; who answers does that, part by part. */
  lenient?: true;
  optional?: boolean;
  nullable?: boolean;
  example?: unknown;
}
type Value<V, O extends Common> = O extends { nullable: true } ? V | null : V;
type Optionality<O extends Common> = O extends { optional: true } ? true : false;
type Decorator<V, O extends Common> = FieldDecorator<Value<V, O>, Optionality<O>>;

const fields = new WeakMap<object, Map<string, FieldSpec>>();

function field<V, const O extends Common>(
  schema: JsonSchema,
  options: O,
  more: Partial<FieldSpec> = {},
): Decorator<V, O> {
  const { description, example, optional = false, nullable = false, lenient } = options;
  const annotated: JsonSchema = {
    ...schema,
    ...(description ? { description } : {}),
    ...(example === undefined ? {} : { examples: [example] }),
  };
  return ((target: object, key: string) => {
    const own = fields.get(target) ?? new Map<string, FieldSpec>();
    fields.set(target, own);
    own.set(key, { schema: annotated, optional, nullable, ...(lenient ? { lenient } : {}), ...more });
  }) as Decorator<V, O>;
}

/** The fields of a shape with those it inherits, in the order of their declaration. */
export function fieldsOf(shape: Shape): Map<string, FieldSpec> {
  const all = new Map<string, FieldSpec>();
  const chain: object[] = [];
  for (let p: unknown = shape.prototype; p && p !== Object.prototype; p = Object.getPrototypeOf(p)) {
    chain.unshift(p as object);
  }
  for (const prototype of chain) for (const [k, v] of fields.get(prototype) ?? []) all.set(k, v);
  return all;
}

type Text = Common & { max: number; min?: number; pattern?: string };
type Whole = Common & { min?: number; max?: number };
type List = Common & { maxItems: number; minItems?: number; unique?: boolean };

/** Of the longest: it holds the key by which the list is sorted (platform: MAX_SEARCH_KEY), in four bytes a character. */
const MAX_CURSOR = 2_048;

const listSchema = (o: List, items: JsonSchema): JsonSchema => ({
  type: 'array',
  items,
  maxItems: o.maxItems,
  ...(o.minItems ? { minItems: o.minItems } : {}),
  ...(o.unique ? { uniqueItems: true } : {}),
});
const textSchema = (format: string, o: Text): JsonSchema => ({
  type: 'string',
  format,
  minLength: o.min ?? 0,
  maxLength: o.max,
  ...(o.pattern ? { pattern: o.pattern } : {}),
});

/**
 * One decorator gives a property its type, its runtime validation, and its place in OpenAPI and AsyncAPI.
 * Lengths count Unicode code points. No text may contain NUL or a lone surrogate.
 *
 * `name`, `prose`, `id`, `email`, `country`, `language` and `time` are put into their canonical form first (canonical.ts), in place:
 * at the gateway, and again where a service takes them. `line` and `text` stay as they are, for what machines wrote.
 */
export const Field = {
  /** One line that people write and read: names, subjects. At least one visible character, unless `min` is 0. */
  name: <const O extends Text>(o: O) =>
    field<string, O>(textSchema('line', { min: 1, ...o }), o, { canonical: 'name' }),
  /** Several lines that people write and read. At least one visible character, unless `min` is 0. */
  prose: <const O extends Text>(o: O) =>
    field<string, O>(textSchema('text', { min: 1, ...o }), o, { canonical: 'prose' }),
  /** Text of several lines, as it is: passwords, files, what is signed. */
  text: <const O extends Text>(o: O) => field<string, O>(textSchema('text', o), o),
  /** Text of one line, as it is: no control characters and no line separators, so it is safe in a mail header. */
  line: <const O extends Text>(o: O) => field<string, O>(textSchema('line', o), o),
  /**
   * Text that is pasted whole and that its reader takes apart by itself, such as a code or a key file: whatever a mail program or a
   * word processor put into it arrives as it was sent.
   */
  verbatim: <const O extends Text>(o: O) => field<string, O>(textSchema('verbatim', o), o),
  /** Where the next page of a list begins: nobody but who gave it reads it. */
  cursor: <const O extends Common>(o: O = {} as O) =>
    field<string, O>({ ...textSchema('line', { max: MAX_CURSOR }), 'x-opaque': true }, o),
  /** UUID in lower case; ours are version 7. Capitals are taken. */
  id: <const O extends Common>(o: O = {} as O) =>
    field<string, O>({ type: 'string', format: 'uuid' }, o, { canonical: 'id' }),
  /** An address; an international domain is taken in both of its forms and kept as `xn--…`. */
  email: <const O extends Common>(o: O = {} as O) =>
    field<string, O>({ type: 'string', format: 'email', maxLength: 254 }, o, { canonical: 'email' }),
  /** ISO 3166-1 alpha-2; small letters are taken. */
  country: <const O extends Common>(o: O = {} as O) =>
    field<string, O>({ type: 'string', format: 'country' }, o, { canonical: 'country' }),
  /** BCP 47 tag, in any case; kept in the canonical one. */
  language: <const O extends Common>(o: O = {} as O) =>
    field<string, O>({ type: 'string', format: 'language', maxLength: 35 }, o, { canonical: 'language' }),
  /** Instant; every form of RFC 3339 is taken, and kept in UTC with `Z`. */
  time: <const O extends Common>(o: O = {} as O) =>
    field<string, O>({ type: 'string', format: 'date-time', maxLength: 40 }, o, { canonical: 'time' }),
  integer: <const O extends Whole>(o: O = {} as O) =>
    field<number, O>(
      {
        type: 'integer',
        minimum: o.min ?? Number.MIN_SAFE_INTEGER,
        maximum: o.max ?? Number.MAX_SAFE_INTEGER,
      },
      o,
    ),
  flag: <const O extends Common>(o: O = {} as O) => field<boolean, O>({ type: 'boolean' }, o),
  /** Exactly `true`: a consent that has to be given. */
  consent: <const O extends Common>(o: O = {} as O) => field<true, O>({ type: 'boolean', const: true }, o),
  oneOf: <const V extends string, const O extends Common>(values: readonly V[], o: O = {} as O) =>
    field<V, O>({ type: 'string', enum: [...values] }, o),
  object: <T extends object, const O extends Common>(shape: () => Shape<T>, o: O = {} as O) =>
    field<T, O>({}, o, { nested: shape }),
  list: <T extends object, const O extends List>(shape: () => Shape<T>, o: O) =>
    field<T[], O>(listSchema(o, {}), o, { nested: shape, list: true }),
  texts: <const O extends List & { max: number; pattern?: string }>(o: O) =>
    field<string[], O>(
      listSchema(o, textSchema('line', { max: o.max, min: 1, ...(o.pattern ? { pattern: o.pattern } : {}) })),
      o,
    ),
  ids: <const O extends List>(o: O) =>
    field<string[], O>(listSchema(o, { type: 'string', format: 'uuid' }), o, { canonical: 'id' }),
  someOf: <const V extends string, const O extends List>(values: readonly V[], o: O) =>
    field<V[], O>(listSchema(o, { type: 'string', enum: [...values] }), o),
  /**
   * A free JSON object, for what only its producer and its consumer understand. With `maxBytes` it can be stored: no larger than
   * that as JSON, and without what Postgres does not take (plain-json.ts).
   */
  json: <const O extends Common & { maxBytes?: number }>(o: O = {} as O) =>
    field<Record<string, unknown>, O>({ type: 'object' }, o, o.maxBytes ? { maxBytes: o.maxBytes } : {}),
};
