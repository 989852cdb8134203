import {
  Allow,
  ArrayMaxSize,
  IsArray,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { canonicalForms, type CanonicalKind } from './canonical.js';
import { isEmail } from './email.js';
import type { Shape } from './fields.js';
import { isCountry, isLanguage, isLine, isText } from './formats.js';
import { jsonFaultOf } from './plain-json.js';
import { isInstant } from './time.js';

export {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

/** Of the longest: it holds the key by which the list is sorted (platform: MAX_SEARCH_KEY_LENGTH), in four bytes a character. */
export const MAX_CURSOR = 2_048;
/** Longer than any text whose format alone limits it. */
const NO_LIMIT = 1_000_000;

/** What class-validator keeps with a decorator, and has no use for itself. */
export interface Note {
  description?: string;
  example?: unknown;
  lenient?: true;
  extensible?: true;
  nested?: () => Shape;
}
const note = (context: Note): PropertyDecorator => Allow({ context });

const text =
  (name: string, fits: (text: string) => boolean, kind?: CanonicalKind) =>
  (options?: ValidationOptions): PropertyDecorator => {
    const validate = (value: unknown): boolean => {
      if (typeof value !== 'string') return false;
      const form = kind ? canonicalForms[kind](value, NO_LIMIT) : value;
      return form !== null && fits(form);
    };
    return ValidateBy({ name, validator: { validate } }, options);
  };

/** One line that people write and read: names, subjects. At least one visible character. */
export const IsName = text('isName', (s) => s !== '' && isLine(s), 'name');
/** The same, which may be left empty. */
export const IsNameOrEmpty = text('isNameOrEmpty', isLine, 'name');
/** Several lines that people write and read. At least one visible character. */
export const IsText = text('isText', (s) => s !== '' && isText(s), 'prose');
/** The same, which may be left empty. */
export const IsTextOrEmpty = text('isTextOrEmpty', isText, 'prose');
/** Text of one line, as it is: no control characters and no line separators, so it is safe in a mail header. */
export const IsLine = text('isLine', isLine);
/**
 * Text that is pasted whole and that its reader takes apart by itself, such as a code or a key file: whatever a mail program or a
 * word processor put into it arrives as it was sent.
 */
export const IsVerbatim = text('isVerbatim', isText);
/** Where the next page of a list begins, opaque to all but the service that made it. Its length is given. */
export const IsCursor = text('isCursor', (s) => isLine(s) && [...s].length <= MAX_CURSOR);
/** An address; an international domain is taken in both of its forms and kept as `xn--…`. */
export const IsEmailAddress = text('isEmailAddress', isEmail, 'email');
/** ISO 3166-1 alpha-2; small letters are taken. */
export const IsCountry = text('isCountry', isCountry, 'country');
/** BCP 47 tag, in any case; kept in the canonical one. */
export const IsLanguageTag = text('isLanguageTag', isLanguage, 'language');
/** Instant; every form of RFC 3339 is taken, and kept in UTC with `Z`. */
export const IsInstant = text('isInstant', isInstant, 'time');

export const notNull = (_object: unknown, value: unknown): boolean => value !== null;
export const IsNullable = (): PropertyDecorator => ValidateIf(notNull);

/** Of free JSON that is to be stored: no larger than that as JSON, and without what Postgres does not take (plain-json.ts). */
export const MaxBytes = (bytes: number): PropertyDecorator =>
  ValidateBy({
    name: 'maxBytes',
    constraints: [bytes],
    validator: { validate: (value) => jsonFaultOf(value, bytes) === null },
  });

/** Nested shapes are named late, so that files may import each other in any order. */
export const Nested = (shape: () => Shape): PropertyDecorator =>
  ValidateNested({ context: { nested: shape } });
export const NestedList = (shape: () => Shape, maxItems: number): PropertyDecorator =>
  compose(IsArray(), ArrayMaxSize(maxItems), ValidateNested({ each: true, context: { nested: shape } }));

/** Of an enumeration in replies: later releases may add values, and clients ignore values that they do not know. */
export const Extensible = (): PropertyDecorator => note({ extensible: true });

export const Describe = (description: string): PropertyDecorator => note({ description });
export const Example = (example: unknown): PropertyDecorator => note({ example });
/** Only of a request: documented, and not checked; its handler does that, part by part. */
export const Lenient = (): PropertyDecorator => note({ lenient: true });

export const compose =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };
