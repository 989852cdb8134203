import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { compile, type Source } from './engine.js';
import { exclusionFault } from './exclusion.js';
import { exclusionOf, fieldsOf, type FieldSpec, type Shape } from './fields.js';
import { behaviour, fieldSchema, type Strictness } from './json-schema.js';

/** One broken rule of one field. `field` is a path like `items/0/name`; `code` is stable. */
export interface FieldError {
  field: string;
  code: string;
  detail: string;
}

/** More faults than this help no person who fills in a form. */
const MAX_ERRORS = 20;

/**
 * What is wrong with a value that does not fit: of every field its first broken rule, so that a person is told of all of
 * a form at once; of a list, its first broken item alone. The work is bounded by the size of the value, and ends
 * with the twentieth fault.
 */
export function faultsOf(shape: Shape, value: unknown, strictness: Strictness, source: Source): FieldError[] {
  const faults: FieldError[] = [];
  new Search(strictness, source, faults).inObject(shape, value, []);
  return faults;
}

type Path = readonly (string | number)[];

class Search {
  constructor(
    private readonly strictness: Strictness,
    private readonly source: Source,
    private readonly faults: FieldError[],
  ) {}

  inObject(shape: Shape, value: unknown, path: Path): void {
    if (!isObject(value)) return this.found(path, 'type', 'must be object');
    const fields = fieldsOf(shape);
    for (const [name, spec] of fields) {
      if (this.full) return;
      const at = [...path, name];
      if (value[name] !== undefined) this.inField(spec, value[name], at);
      else if (!spec.optional) this.found(at, 'required', `must have required property '${name}'`);
    }
    this.inExclusion(shape, value, path);
    if (this.strictness === 'tolerant') return;
    for (const name in value) {
      if (this.full) return;
      if (!fields.has(name)) {
        this.found([...path, name], 'additionalProperties', 'must NOT have additional properties');
      }
    }
  }

  private inExclusion(shape: Shape, value: Record<string, unknown>, path: Path): void {
    const exclusion = exclusionOf(shape);
    const fault = exclusion && exclusionFault(exclusion, value);
    if (fault && !this.full) this.faults.push({ ...fault, field: [...path, fault.field].join('/') });
  }

  private inField(spec: FieldSpec, value: unknown, path: Path): void {
    if (spec.lenient || (value === null && spec.nullable)) return;
    const { nested } = spec;
    if (nested && !spec.list) return this.inObject(nested(), value, path);
    // A list without its items: whether it is one, and how long it is.
    const schema = nested ? spec.schema : { ...fieldSchema(spec, () => ({})), ...behaviour(spec) };
    const error = firstError(schema, value, this.source);
    if (error) return this.found([...path, ...tailOf(error)], reasonOf(error), error.message);
    if (nested) this.inItems(nested(), value as unknown[], path);
  }

  private inItems(shape: Shape, items: unknown[], path: Path): void {
    const before = this.faults.length;
    for (let i = 0; i < items.length && this.faults.length === before; i++) {
      this.inObject(shape, items[i], [...path, i]);
    }
  }

  private get full(): boolean {
    return this.faults.length >= MAX_ERRORS;
  }

  private found(path: Path, keyword: string, message = 'is not valid'): void {
    this.faults.push({
      // A hostile field name must not come back at full length.
      field: path.join('/').slice(0, 100).toWellFormed(),
      code: codes[keyword] ?? 'INVALID',
      detail: message.slice(0, 200).toWellFormed(),
    });
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Hundreds of fields share a few dozen schemas. */
const single = { body: new Map<string, ValidateFunction>(), query: new Map<string, ValidateFunction>() };

function firstError(schema: FieldSpec['schema'], value: unknown, source: Source): ErrorObject | undefined {
  const { description: _description, examples: _examples, ...rules } = schema;
  const key = JSON.stringify(rules);
  let check = single[source].get(key);
  if (!check) {
    // Inside an object, since a query's string is turned into what it means in the place where it stands.
    check = compile({ type: 'object', properties: { value: rules } }, source);
    single[source].set(key, check);
  }
  return check({ value }) ? undefined : check.errors?.find((e) => e.keyword !== 'anyOf');
}

/** Free JSON says which of its rules is broken. */
const reasonOf = ({ keyword, params }: ErrorObject): string =>
  keyword === 'plainJson' ? String((params as { reason: unknown }).reason) : keyword;

/** Where in a list of plain values the fault is. */
const tailOf = (e: ErrorObject): string[] => e.instancePath.split('/').slice(2);

const codes: Record<string, string> = {
  canonical: 'MALFORMED',
  required: 'REQUIRED',
  additionalProperties: 'UNKNOWN_FIELD',
  type: 'WRONG_TYPE',
  maxLength: 'TOO_LONG',
  minLength: 'TOO_SHORT',
  pattern: 'MALFORMED',
  format: 'MALFORMED',
  enum: 'NOT_ALLOWED',
  const: 'NOT_ALLOWED',
  minimum: 'OUT_OF_RANGE',
  maximum: 'OUT_OF_RANGE',
  maxItems: 'TOO_MANY',
  minItems: 'TOO_FEW',
  uniqueItems: 'DUPLICATE',
  TOO_LONG: 'TOO_LONG',
  MALFORMED: 'MALFORMED',
};
