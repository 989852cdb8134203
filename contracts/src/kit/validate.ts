import type { ValidateFunction } from 'ajv/dist/2020.js';
import { compile, type Source } from './engine.js';
import { faultsOf, type FieldError } from './faults.js';
import type { Shape } from './fields.js';
import { checkedSchema, type Strictness } from './json-schema.js';

export type { FieldError } from './faults.js';

const compiled = new Map<string, WeakMap<Shape, ValidateFunction>>();

/**
 * Checks a value against a shape, and puts what has a canonical form into it, in place; an empty list means that it fits.
 * `source: 'query'` turns the strings of a query into numbers and booleans in place.
 */
export function validate(
  shape: Shape,
  value: unknown,
  strictness: Strictness = 'strict',
  source: Source = 'body',
): FieldError[] {
  if (validator(shape, strictness, source)(value)) return [];
  const faults = faultsOf(shape, value, strictness, source);
  // Both read the same fields; were they ever to differ, what does not fit is refused all the same.
  return faults.length ? faults : [{ field: '', code: 'INVALID', detail: 'is not valid' }];
}

function validator(shape: Shape, strictness: Strictness, source: Source): ValidateFunction {
  const kind = `${strictness}/${source}`;
  let known = compiled.get(kind);
  if (!known) compiled.set(kind, (known = new WeakMap()));
  let check = known.get(shape);
  if (!check) known.set(shape, (check = compile(checkedSchema(shape, strictness), source)));
  return check;
}
