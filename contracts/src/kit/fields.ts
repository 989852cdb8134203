import { getMetadataStorage, ValidationTypes } from 'class-validator';
import type { CanonicalKind } from './canonical.js';
import { MAX_CURSOR, notNull, type Note } from './decorators.js';
import { WHOLE_CLASS, type Exclusion } from './exclusion.js';
import type { JsonSchema } from './json-schema.js';

/** A class whose properties carry class-validator's decorators. */
export type Shape<T = object> = new () => T;

export interface FieldSpec {
  schema: JsonSchema;
  optional: boolean;
  /** Nested shapes, resolved late so that files may import each other in any order. */
  nested?: () => Shape;
  list?: boolean;
  /** It passes as it is: its handler checks it part by part, so that one wrong part does not hold up the others. */
  lenient?: boolean;
  /** Of an enumeration: later releases may add values. */
  extensible?: boolean;
  /** The form that input is put into before it is checked; of a list, its items. */
  canonical?: CanonicalKind;
  /** Of free JSON that is to be stored. */
  maxBytes?: number;
  nullable: boolean;
}

interface Kind {
  schema: JsonSchema;
  canonical?: CanonicalKind;
}
const text = (format: string, canonical?: CanonicalKind, minLength = 0): Kind => ({
  schema: { type: 'string', format, minLength },
  ...(canonical ? { canonical } : {}),
});
const string = (format: string, canonical: CanonicalKind, more: JsonSchema = {}): Kind => ({
  schema: { type: 'string', format, ...more },
  canonical,
});

/** What a decorator says of a value by itself. */
const kinds: Record<string, Kind> = {
  isName: text('line', 'name', 1),
  isText: text('text', 'prose', 1),
  isNameOrEmpty: text('line', 'name'),
  isTextOrEmpty: text('text', 'prose'),
  isString: text('text'),
  isLine: text('line'),
  isVerbatim: text('verbatim'),
  isCursor: { schema: { ...text('line').schema, maxLength: MAX_CURSOR, 'x-opaque': true } },
  isUuid: string('uuid', 'id'),
  isEmailAddress: string('email', 'email', { maxLength: 254 }),
  isCountry: string('country', 'country'),
  isLanguageTag: string('language', 'language', { maxLength: 35 }),
  isInstant: string('date-time', 'time', { maxLength: 40 }),
  isInt: {
    schema: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
  },
  isBoolean: { schema: { type: 'boolean' } },
  isObject: { schema: { type: 'object' } },
  isArray: { schema: { type: 'array' } },
};

/** What a decorator adds to it. */
const rules: Record<string, (constraint: unknown) => JsonSchema> = {
  minLength: (n) => ({ minLength: n }),
  maxLength: (n) => ({ maxLength: n }),
  matches: (pattern) => ({ pattern: (pattern as RegExp).source }),
  min: (n) => ({ minimum: n }),
  max: (n) => ({ maximum: n }),
  isIn: (values) => ({ type: 'string', enum: [...(values as string[])] }),
  equals: (value) => ({ type: typeof value, const: value }),
  arrayMinSize: (n) => ({ minItems: n }),
  arrayMaxSize: (n) => ({ maxItems: n }),
  arrayUnique: () => ({ uniqueItems: true }),
};

/** The order in which the documents show them. */
const ORDER =
  'type format items const enum minLength maxLength pattern x-opaque minimum maximum maxItems minItems uniqueItems'.split(
    ' ',
  );
const inOrder = (schema: JsonSchema): JsonSchema =>
  Object.fromEntries(ORDER.filter((k) => schema[k] !== undefined).map((k) => [k, schema[k]]));

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** What the decorators of one property say; class-validator keeps them from the last to the first. */
class Reader {
  private readonly value: JsonSchema[] = [{}, {}];
  private readonly items: JsonSchema[] = [{}, {}];
  private readonly more: Partial<FieldSpec> = {};
  private readonly notes: Note = {};
  private optional = false;
  private nullable = false;
  private each = false;

  take(m: Metadata, where: string): void {
    Object.assign(this.notes, m.context);
    if (m.name === 'isOptional') this.optional = true;
    else if (m.type === ValidationTypes.CONDITIONAL_VALIDATION && m.constraints[0] === notNull)
      this.nullable = true;
    else if (m.type === ValidationTypes.NESTED_VALIDATION) this.each ||= m.each;
    else if (m.type !== ValidationTypes.WHITELIST) this.takeRule(m, where);
  }

  private takeRule(m: Metadata, where: string): void {
    const name = m.name ?? m.type;
    const kind = kinds[name];
    const [first, then] = m.each ? this.items : this.value;
    if (kind) {
      Object.assign(first as JsonSchema, kind.schema);
      if (kind.canonical) this.more.canonical = kind.canonical;
    } else if (name === 'maxBytes') this.more.maxBytes = m.constraints[0] as number;
    else if (rules[name]) Object.assign(then as JsonSchema, rules[name](m.constraints?.[0]));
    else throw new Error(`${where}: @${name} says nothing that a contract could show (kit/fields.ts)`);
  }

  spec(): FieldSpec {
    const { description, example, extensible, lenient, nested } = this.notes;
    const items = inOrder(Object.assign({}, ...this.items) as JsonSchema);
    const value = Object.assign({}, ...this.value) as JsonSchema;
    const isList = value.type === 'array';
    return {
      schema: {
        ...inOrder(isList ? { ...value, items } : value),
        ...(description ? { description } : {}),
        ...(example === undefined ? {} : { examples: [example] }),
      },
      optional: this.optional,
      nullable: this.nullable,
      ...(lenient ? { lenient } : {}),
      ...(extensible ? { extensible } : {}),
      ...(nested ? { nested } : {}),
      ...(nested && isList ? { list: true } : {}),
      ...this.more,
    };
  }
}

interface Read {
  fields: Map<string, FieldSpec>;
  exclusion: Exclusion | null;
}
const known = new WeakMap<Shape, Read>();

/** The fields of a shape with those it inherits, in the order of their declaration, as class-validator's storage has them. */
export const fieldsOf = (shape: Shape): Map<string, FieldSpec> => readOnce(shape).fields;

/** Which two of its fields exclude each other, if any. */
export const exclusionOf = (shape: Shape): Exclusion | null => readOnce(shape).exclusion;

function readOnce(shape: Shape): Read {
  let found = known.get(shape);
  if (!found) known.set(shape, (found = read(shape)));
  return found;
}

function read(shape: Shape): Read {
  const parent = Object.getPrototypeOf(shape) as Shape;
  const inherited = parent.prototype ? readOnce(parent) : null;
  const fields = new Map(inherited?.fields);
  let exclusion = inherited?.exclusion ?? null;
  const readers = new Map<string, Reader>();
  for (const m of getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false)) {
    if (m.target !== shape) continue;
    if (m.propertyName === WHOLE_CLASS) {
      if (exclusion) throw new Error(`${shape.name}: a class has one exclusion (kit/exclusion.ts)`);
      exclusion = m.constraints[0] as Exclusion;
      continue;
    }
    let reader = readers.get(m.propertyName);
    if (!reader) readers.set(m.propertyName, (reader = new Reader()));
    reader.take(m, `${shape.name}.${m.propertyName}`);
  }
  for (const [name, reader] of readers) fields.set(name, reader.spec());
  return { fields, exclusion };
}
