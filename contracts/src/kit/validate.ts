import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { isCountry, isEmail, isLanguage } from './formats.js';
import type { Shape } from './field.js';
import { inlineSchema, type Strictness } from './json-schema.js';

/** One broken rule of one field. `field` is a path like `items/0/name`; `code` is stable. */
export interface FieldError {
  field: string;
  code: string;
  detail: string;
}

const ajv = (coerce: boolean) => {
  const instance = new Ajv2020({
    allErrors: true,
    coerceTypes: coerce,
    strict: false,
    verbose: false,
    validateFormats: true,
  });
  const control = /[\p{Cc}\p{Zl}\p{Zp}]/u;
  const text = (s: string) => !s.includes('\0') && s.isWellFormed();
  instance.addFormat('text', text);
  instance.addFormat('line', (s: string) => text(s) && !control.test(s));
  instance.addFormat('uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  instance.addFormat('email', isEmail);
  instance.addFormat('country', isCountry);
  instance.addFormat('language', isLanguage);
  instance.addFormat('date-time', isInstant);
  return instance;
};
/** ISO 8601 in UTC. `Date` rolls a 31st of February over to March, and the database refuses it: such a day is no time. */
function isInstant(s: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(s)) return false;
  const at = new Date(s);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 19) === s.slice(0, 19);
}

const engines = { body: ajv(false), query: ajv(true) };
const compiled = new Map<string, WeakMap<Shape, ValidateFunction>>();

/** More broken rules than this help nobody. */
const MAX_ERRORS = 20;

/**
 * Checks a value against a shape; an empty list means that it fits.
 * `source: 'query'` turns the strings of a query into numbers and booleans in place.
 */
export function validate(
  shape: Shape,
  value: unknown,
  strictness: Strictness = 'strict',
  source: 'body' | 'query' = 'body',
): FieldError[] {
  const check = validator(shape, strictness, source);
  if (check(value)) return [];
  return (check.errors ?? [])
    .filter((e) => e.keyword !== 'anyOf')
    .slice(0, MAX_ERRORS)
    .map(toFieldError);
}

function validator(shape: Shape, strictness: Strictness, source: 'body' | 'query'): ValidateFunction {
  const kind = `${strictness}/${source}`;
  let known = compiled.get(kind);
  if (!known) compiled.set(kind, (known = new WeakMap()));
  let check = known.get(shape);
  if (!check) known.set(shape, (check = engines[source].compile(inlineSchema(shape, strictness))));
  return check;
}

const codes: Record<string, string> = {
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
};

function toFieldError(e: ErrorObject): FieldError {
  const params = e.params as { missingProperty?: string; additionalProperty?: string };
  const tail = params.missingProperty ?? params.additionalProperty;
  // A hostile field name must not come back at full length.
  const path = [...e.instancePath.split('/').slice(1), ...(tail === undefined ? [] : [tail])]
    .join('/')
    .slice(0, 100);
  return {
    field: path,
    code: codes[e.keyword] ?? 'INVALID',
    detail: (e.message ?? 'is not valid').slice(0, 200),
  };
}
