import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsCountry,
  IsEmailAddress,
  IsInstant,
  IsLanguageTag,
  IsLine,
  IsName,
  IsNameOrEmpty,
  IsNullable,
  IsOptional,
  IsText,
  IsUUID,
  MaxLength,
} from './decorators.js';
import { validate } from './validate.js';

class Probe {
  @IsOptional() @IsName() @MaxLength(10) name?: string;
  @IsOptional() @IsNullable() @IsNameOrEmpty() @MaxLength(10) maybe?: string | null;
  @IsOptional() @IsText() @MaxLength(20) prose?: string;
  @IsOptional() @IsLine() @MaxLength(50) token?: string;
  @IsOptional() @IsUUID() id?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(3) @ArrayUnique() @IsUUID('all', { each: true }) ids?: string[];
  @IsOptional() @IsEmailAddress() email?: string;
  @IsOptional() @IsCountry() country?: string;
  @IsOptional() @IsLanguageTag() language?: string;
  @IsOptional() @IsInstant() time?: string;
}

type Field = keyof Probe;
/** What a value becomes, or the code by which it is refused. Whatever is taken is taken again as it is. */
function put(field: Field, value: unknown): unknown {
  const input = { [field]: value } as Record<Field, unknown>;
  const [fault] = validate(Probe, input);
  if (fault) return fault.code;
  const taken = structuredClone(input[field]);
  expect(validate(Probe, input, 'tolerant')).toEqual([]);
  expect(input[field]).toEqual(taken);
  return taken;
}

describe('a name', () => {
  it.each([
    ['blanks around it', '  Anna\u00a0\u3000\r\n', 'Anna'],
    ['parts of characters', 'Jose\u0301', 'Jos\u00e9'],
    ['overrides of its direction', 'Anna\u202efdp\u202c', 'Annafdp'],
    ['isolates and marks', '\u2068\u200fאנה\u200e\u2069\u061c', 'אנה'],
    ['zero-width blanks, soft hyphens, byte order marks', '\ufeffAn\u200bn\u00ada\u2060', 'Anna'],
    ['hidden tags', 'Anna\u{e0041}\u{e007f}', 'Anna'],
    ['the joiners of Persian', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['the joiners of Devanagari', 'क्\u200dष', 'क्\u200dष'],
    ['an emoji of several', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['an emoji with its variation', '❤️', '❤️'],
    ['the flag of Scotland', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['ten characters of two units', '𠮷'.repeat(10), '𠮷'.repeat(10)],
    ['eleven that are ten when composed', 'e\u0301'.repeat(10), '\u00e9'.repeat(10)],
    ['one letter', 'X', 'X'],
    ['a sign', '&', '&'],
  ])('takes %s', (_what, value, kept) => expect(put('name', value)).toBe(kept));

  it.each([
    ['nothing', ''],
    ['blanks', ' \u00a0\u2003\u3000\t'],
    ['zero-width blanks', '\u200b\u200b'],
    ['Hangul fillers', '\u3164'],
    ['other fillers', '\u115f\u1160\uffa0'],
    ['blank Braille', '\u2800'],
    ['variation selectors', '\ufe0f\u{e0100}'],
    ['tags', '\u{e0041}'],
    ['marks without a letter', '\u0301\u20dd'],
    ['joiners', '\u200d\u200c\u034f\u180e'],
    ['controls of direction', '\u202e\u2066'],
    ['an invisible sign', '\u2062\u{1d173}'],
  ])('is refused if it is %s alone', (_what, value) => {
    expect(put('name', value)).toBe('TOO_SHORT');
    expect(put('maybe', value)).toBe('');
  });

  it.each([
    ['eleven characters', '𠮷'.repeat(11), 'TOO_LONG'],
    ['what becomes longer', '\ufb2c'.repeat(4), 'TOO_LONG'],
    ['100 KB', 'a\u0301\u0323'.repeat(30_000), 'TOO_LONG'],
    ['a line end inside', 'An\nBcc: x', 'MALFORMED'],
    ['a separator of lines inside', 'Anna\u2028x', 'MALFORMED'],
    ['NUL', 'An\0na', 'MALFORMED'],
    ['an escape', 'An\u001bna', 'MALFORMED'],
    ['half a character', 'An\ud83d', 'MALFORMED'],
    ['a tower of marks', `A${'\u0301'.repeat(31)}`, 'MALFORMED'],
    ['a tower that composing builds', `A${'\u0344'.repeat(20)}`, 'MALFORMED'],
  ])('is refused with %s', (_what, value, code) => expect(put('name', value)).toBe(code));

  it('may be null where a field may', () => expect(put('maybe', null)).toBeNull());
});

describe('a text of several lines', () => {
  it.each([
    ['line ends and inner blanks', ' a\r\n\r\n  b\n', 'a\r\n\r\n  b'],
    ['parts of characters', 'u\u0308', 'ü'],
    ['controls of direction', 'a\u202eb\u200f', 'ab'],
    ['zero-width blanks between words', 'ก\u200bข', 'ก\u200bข'],
  ])('keeps %s', (_what, value, kept) => expect(put('prose', value)).toBe(kept));

  it.each([' \n\t\r\n ', '\u200b\n\u3164', ''])('is refused if it shows nothing: %j', (value) =>
    expect(put('prose', value)).toBe('TOO_SHORT'),
  );
});

it('leaves what machines wrote as it is', () => {
  expect(put('token', ' e\u0301\u202e ')).toBe(' e\u0301\u202e ');
});

it('takes ids in capitals, and finds the same one twice', () => {
  const id = '0190a000-0000-7000-8000-00000000000a';
  expect(put('id', id.toUpperCase())).toBe(id);
  expect(put('id', '0190A000-0000-7000-8000-00000000000G')).toBe('MALFORMED');
  expect(put('ids', [id.toUpperCase()])).toEqual([id]);
  expect(put('ids', [id.toUpperCase(), id])).toBe('DUPLICATE');
  expect(put('ids', ['x'])).toBe('MALFORMED');
  expect(put('ids', [1])).toBe('WRONG_TYPE');
});

it('takes countries and languages in any case', () => {
  expect([put('country', 'de'), put('country', 'Ch'), put('country', 'zz')]).toEqual([
    'DE',
    'CH',
    'MALFORMED',
  ]);
  expect([put('language', 'DE'), put('language', 'de-ch'), put('language', 'zh-hANT')]).toEqual([
    'de',
    'de-CH',
    'zh-Hant',
  ]);
  expect([put('language', 'd'), put('language', 'de_CH'), put('country', 'ıt')]).toEqual(
    Array(3).fill('MALFORMED'),
  );
});

describe('a time', () => {
  it.each([
    ['2026-12-01T00:00:00Z', '2026-12-01T00:00:00Z'],
    ['2026-12-01T00:00:00.123Z', '2026-12-01T00:00:00.123Z'],
    ['2026-12-01T00:00:00+00:00', '2026-12-01T00:00:00.000Z'],
    ['2026-12-01T00:00:00-00:00', '2026-12-01T00:00:00.000Z'],
    ['2026-12-01t00:00:00z', '2026-12-01T00:00:00.000Z'],
    ['2026-12-01 00:00:00Z', '2026-12-01T00:00:00.000Z'],
    ['2026-12-01T01:30:00+05:30', '2026-11-30T20:00:00.000Z'],
    ['2026-12-31T23:30:00.5-01:00', '2027-01-01T00:30:00.500Z'],
    ['2026-12-01T00:00:00.1234567891234+00:00', '2026-12-01T00:00:00.123Z'],
    ['2024-02-29T12:00:00+14:00', '2024-02-28T22:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
    ['0099-06-01T00:00:00+01:00', '0099-05-31T23:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2015-06-30T19:59:60.9-04:00', '2015-07-01T00:00:00.000Z'],
  ])('%s is %s', (value, kept) => expect(put('time', value)).toBe(kept));

  it.each([
    '2026-12-01',
    '2026-12-01T00:00:00',
    '2026-12-01T00:00Z',
    '2026-12-01T00:00:00+0000',
    '2026-12-01T00:00:00+24:00',
    '2026-12-01T00:00:00+00:60',
    '2026-12-01T24:00:00Z',
    '2026-12-01T00:60:00Z',
    '2026-12-01T00:00:60Z',
    '2026-12-15T23:59:60Z',
    '2026-12-01T00:00:00.Z',
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00+01:00',
    '2025-02-29T00:00:00+00:00',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-00:01',
    '+12026-12-01T00:00:00Z',
    '２026-12-01T00:00:00Z',
    ' 2026-12-01T00:00:00Z',
    'yesterday',
    '',
  ])('%j is none', (value) => expect(put('time', value)).toBe('MALFORMED'));
});
