import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { isEmail } from './email.js';
import { isCountry, isLanguage, isLine, isText } from './formats.js';
import type { JsonSchema } from './json-schema.js';
import { canonical, plainJson } from './keywords.js';
import { isInstant } from './time.js';

/** Where a value comes from: the strings of a query are turned into numbers and booleans in place. */
export type Source = 'body' | 'query';

/**
 * Stops at the first broken rule. What Ajv calls `allErrors` would check every item of a list that is longer than it may
 * be, and make an object of each broken rule: 100 KB of `{}` are then worth tens of milliseconds (faults.ts finds the others).
 */
const engine = (coerceTypes: boolean): Ajv2020 => {
  const ajv = new Ajv2020({
    allErrors: false,
    coerceTypes,
    strict: false,
    verbose: false,
    validateFormats: true,
  });
  ajv.addFormat('text', isText);
  ajv.addFormat('verbatim', isText);
  ajv.addFormat('line', isLine);
  ajv.addFormat('uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  ajv.addFormat('email', isEmail);
  ajv.addFormat('country', isCountry);
  ajv.addFormat('language', isLanguage);
  ajv.addFormat('date-time', isInstant);
  for (const keyword of [canonical, plainJson]) ajv.addKeyword(keyword);
  return ajv;
};
const engines = { body: engine(false), query: engine(true) };

export const compile = (schema: JsonSchema, source: Source): ValidateFunction =>
  engines[source].compile(schema);
