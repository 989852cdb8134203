import {
  ArrayMaxSize,
  ArrayUnique,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInstant,
  IsInt,
  IsLine,
  IsNullable,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Lenient,
  Max,
  MaxLength,
  Min,
  MinLength,
  Nested,
  NestedList,
} from './decorators.js';
import { AtMostOne, ExactlyOne } from './exclusion.js';
import type { Shape } from './fields.js';
import { inlineSchema, type Strictness } from './json-schema.js';
import { validate } from './validate.js';

class Inner {
  @IsLine() @MaxLength(5) name: string;
}
class Probe {
  @IsLine() @MinLength(1) @MaxLength(5) line: string;
  @IsOptional() @IsString() @MaxLength(5) text?: string;
  @IsOptional() @IsInt() @Min(1) @Max(3) whole?: number;
  @IsOptional() @IsBoolean() flag?: boolean;
  @IsOptional() @Equals(true) consent?: true;
  @IsOptional() @IsNullable() @IsIn(['a', 'b']) choice?: 'a' | 'b' | null;
  @IsOptional() @IsNullable() @IsUUID() id?: string | null;
  @IsOptional() @IsInstant() at?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsLine({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(3, { each: true })
  texts?: string[];
  @IsOptional() @NestedList(() => Inner, 2) list?: Inner[];
  @IsOptional() @IsNullable() @Nested(() => Inner) inner?: Inner | null;
  @IsOptional() @IsObject() json?: Record<string, unknown>;
}

const good = { line: 'x' };
const codes = (value: unknown, strictness: Strictness = 'strict', source: 'body' | 'query' = 'body') =>
  validate(Probe, value, strictness, source).map((e) => `${e.field} ${e.code}`);

it.each([
  ['nothing but what is required', good],
  [
    'every field',
    {
      ...good,
      text: 'a\nb',
      whole: 3,
      flag: false,
      consent: true,
      choice: 'a',
      texts: ['a'],
      json: { b: [1] },
    },
  ],
  ['null where it may be', { ...good, choice: null, id: null, inner: null }],
  ['nested shapes', { ...good, list: [{ name: 'a' }], inner: { name: 'b' } }],
  ['five characters outside of the basic plane, since code points are counted', { line: '😀😀😀😀😀' }],
])('takes %s', (_what, value) => expect(codes(value)).toEqual([]));

it.each([
  ['a missing field', {}, 'line REQUIRED'],
  ['an unknown field', { ...good, more: 1 }, 'more UNKNOWN_FIELD'],
  ['an unknown field inside', { ...good, inner: { name: 'a', more: 1 } }, 'inner/more UNKNOWN_FIELD'],
  ['NUL', { line: 'a\0' }, 'line MALFORMED'],
  ['NUL in a text', { ...good, text: 'a\0' }, 'text MALFORMED'],
  ['a lone surrogate', { line: 'a\ud800' }, 'line MALFORMED'],
  ['a lone surrogate in a text', { ...good, text: '\udc00' }, 'text MALFORMED'],
  ['a line break in a line', { line: 'a\nb' }, 'line MALFORMED'],
  ['a line separator in a line', { line: 'a\u2028b' }, 'line MALFORMED'],
  ['a control character in a line', { line: 'a\u0085' }, 'line MALFORMED'],
  ['six code points', { line: '😀😀😀😀😀😀' }, 'line TOO_LONG'],
  ['an empty line where one character is needed', { line: '' }, 'line TOO_SHORT'],
  ['a number for a text', { line: 1 }, 'line WRONG_TYPE'],
  ['a text for a number', { ...good, whole: '1' }, 'whole WRONG_TYPE'],
  ['a fraction', { ...good, whole: 1.5 }, 'whole WRONG_TYPE'],
  ['too large a number', { ...good, whole: 4 }, 'whole OUT_OF_RANGE'],
  ['a consent that is not given', { ...good, consent: false }, 'consent NOT_ALLOWED'],
  ['another choice', { ...good, choice: 'c' }, 'choice NOT_ALLOWED'],
  ['an instant without a zone', { ...good, at: '2026-01-01T00:00:00' }, 'at MALFORMED'],
  ['an hour that does not exist', { ...good, at: '2026-02-01T24:00:00Z' }, 'at MALFORMED'],
  ['a day that does not exist', { ...good, at: '2026-02-31T00:00:00Z' }, 'at MALFORMED'],
  ['too many items', { ...good, texts: ['a', 'b', 'c'] }, 'texts TOO_MANY'],
  ['the same item twice', { ...good, texts: ['a', 'a'] }, 'texts DUPLICATE'],
  ['a list for an object', { ...good, inner: [] }, 'inner WRONG_TYPE'],
  ['null where it may not be', { line: null }, 'line WRONG_TYPE'],
])('refuses %s', (_what, value, code) => expect(codes(value)).toContain(code));

it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
  'knows no field %s',
  (name) => {
    const value: unknown = JSON.parse(`{ "line": "x", "${name}": { "polluted": true } }`);
    expect(codes(value)).toEqual([`${name} UNKNOWN_FIELD`]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  },
);

it.each([[null], [[]], ['text'], [1], [undefined]])('refuses %j in place of an object', (value) => {
  expect(codes(value)).not.toEqual([]);
});

it('ignores unknown fields between services, at every depth', () => {
  expect(codes({ ...good, more: 1, inner: { name: 'a', more: 1 } }, 'tolerant')).toEqual([]);
});

it('reads numbers and flags out of a query, and nothing else', () => {
  const query = { line: 'x', whole: '2', flag: 'true' };
  expect(codes(query, 'strict', 'query')).toEqual([]);
  expect(query).toEqual({ line: 'x', whole: 2, flag: true });
  expect(codes({ line: 'x', whole: '2x' }, 'strict', 'query')).toEqual(['whole WRONG_TYPE']);
  expect(codes({ line: 'x', flag: 'yes' }, 'strict', 'query')).toEqual(['flag WRONG_TYPE']);
});

it('tells every field of a form that is wrong, with its first broken rule', () => {
  const form = { line: '', text: 'sixsix', whole: 4, inner: { name: 'sixsix', more: 1 }, more: 1 };
  expect(codes(form)).toEqual([
    'line TOO_SHORT',
    'text TOO_LONG',
    'whole OUT_OF_RANGE',
    'inner/name TOO_LONG',
    'inner/more UNKNOWN_FIELD',
    'more UNKNOWN_FIELD',
  ]);
});

it('stops at the first wrong item of a list, and looks at none of a list that is too long', () => {
  const wrong = [{ name: 1 }, { name: 2 }];
  expect(codes({ ...good, list: wrong })).toEqual(['list/0/name WRONG_TYPE']);
  expect(codes({ ...good, list: [...wrong, {}] })).toEqual(['list TOO_MANY']);
  expect(codes({ ...good, texts: ['abcd', 1] })).toEqual(['texts/0 TOO_LONG']);
});

it('says at most twenty things, and does not repeat a hostile name at full length', () => {
  const hostile = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${'x'.repeat(5_000)}${i}`, 1]));
  const errors = validate(Probe, { ...good, ...hostile });
  expect(errors).toHaveLength(20);
  for (const e of errors) expect(e.field.length).toBeLessThanOrEqual(100);
});

class PartByPart {
  @IsLine() @MaxLength(5) token: string;
  @IsOptional() @Lenient() @NestedList(() => Inner, 2) items?: Inner[];
}

it('leaves a lenient field to its handler, and documents its shape', () => {
  for (const items of [[null, 1, { name: 7 }], [1, 2, 3], 'x', null, { a: 1 }])
    expect(validate(PartByPart, { token: 'x', items })).toEqual([]);
  expect(validate(PartByPart, { token: 7, items: [] })).toHaveLength(1);
  const { properties } = inlineSchema(PartByPart, 'tolerant') as { properties: Record<string, object> };
  expect(properties.items).toMatchObject({ type: 'array', maxItems: 2, items: { required: ['name'] } });
});

@ExactlyOne('code', 'file')
class Proof {
  @IsOptional() @IsLine() @MaxLength(5) code?: string;
  @IsOptional() @IsLine() @MaxLength(5) file?: string;
}
@AtMostOne('code', 'file')
class Form {
  @IsLine() @MaxLength(5) name: string;
  @IsOptional() @IsLine() @MaxLength(5) code?: string;
  @IsOptional() @IsLine() @MaxLength(5) file?: string;
}
class Envelope {
  @Nested(() => Proof) proof: Proof;
}

it.each([
  ['neither', {}, ['ONE_OF at code'], []],
  ['the first', { code: 'a' }, [], []],
  ['the second', { file: 'b' }, [], []],
  ['both', { code: 'a', file: 'b' }, ['ONE_OF at code'], ['NOT_ALLOWED at file']],
  ['both, of which one is empty', { code: '', file: 'b' }, ['ONE_OF at code'], []],
])('demands exactly one, or at most one, of two fields: %s', (_what, value, exactly, most) => {
  for (const strictness of ['strict', 'tolerant'] as const) {
    const faults = (shape: Shape, input: object) =>
      validate(shape, input, strictness).map((e) => `${e.code} at ${e.field}`);
    expect(faults(Proof, value)).toEqual(exactly);
    expect(faults(Form, { ...value, name: 'n' })).toEqual(most);
    expect(faults(Envelope, { proof: value })).toEqual(exactly.map((e) => e.replace('code', 'proof/code')));
  }
});

it('tells of the other fields too when two exclude each other', () => {
  expect(validate(Form, { code: 'a', file: 'sixsix', more: 1 }).map((e) => `${e.field} ${e.code}`)).toEqual([
    'name REQUIRED',
    'file TOO_LONG',
    'file NOT_ALLOWED',
    'more UNKNOWN_FIELD',
  ]);
});
