/** What a payload may be: as JSON, and field by field. */
import { exampleKeyFile } from '../example.js';
import { content, file, MALFORMED, OK, type Row } from './key-file-texts.js';
import { publicBytes } from './keys.js';

const emoji = (count: number) => '\u{1f600}'.repeat(count);
const json = JSON.stringify(exampleKeyFile);
/** The usual payload with one more field, written as given. */
const withField = (field: string) => file(`${json.slice(0, -1)},${field}}`);
const nested = (depth: number) => `"later":${'['.repeat(depth)}${']'.repeat(depth)}`;

export const jsonRows: Row[] = [
  ['no JSON', MALFORMED, file('seats=100')],
  ['a list', MALFORMED, file('[]')],
  ['a byte order mark in the payload', MALFORMED, file(`\ufeff${json}`)],
  ['blanks around the tokens', OK, file(` \n${JSON.stringify(exampleKeyFile, null, '\t')}\r\n`)],
  ['something behind the object', MALFORMED, file(`${json} 1`)],
  ['a comma too many', MALFORMED, file(`${json.slice(0, -1)},}`)],
  [
    'bytes that are not UTF-8',
    MALFORMED,
    file(Buffer.from(`${json.slice(0, -1)},"later":"\xff"}`, 'latin1')),
  ],
  ['an overlong form', MALFORMED, file(Buffer.from(`${json.slice(0, -1)},"later":"\xc0\xaf"}`, 'latin1'))],
  [
    'a surrogate in UTF-8',
    MALFORMED,
    file(Buffer.from(`${json.slice(0, -1)},"later":"\xed\xa0\x80"}`, 'latin1')),
  ],
  ['an unknown field', OK, withField('"later":{"a":[true,null,"\\u0000"]}')],
  ['a name twice', MALFORMED, withField('"seats":100')],
  ['a name twice in an unknown field', MALFORMED, withField('"later":[{"a":1,"a":1}]')],
  ['a name twice, once with an escape', MALFORMED, withField('"later":{"a":1,"\\u0061":2}')],
  ['a name in two objects', OK, withField('"later":[{"a":1},{"a":1,"b":{"a":1}}]')],
  ['quotation marks and colons in a text', OK, withField('"later":["\\":1,\\"a", "a:", {"a":"b"}, "\\\\"]')],
  ['nested 16 deep', OK, withField(nested(15))],
  ['nested 17 deep', MALFORMED, withField(nested(16))],
  ['nested 3,000 deep', MALFORMED, withField(nested(3000))],
  ['half of a surrogate pair', MALFORMED, withField('"later":"\\ud800"')],
  ['half of a surrogate pair in a name', MALFORMED, withField('"\\udc00x":1')],
  ['a surrogate pair as escapes', OK, withField('"later":"\\ud83d\\ude00"')],
  ['a surrogate pair the wrong way round', MALFORMED, withField('"later":"\\ude00\\ud83d"')],
  ['a fraction', MALFORMED, withField('"later":1.5')],
  ['an exponent', MALFORMED, withField('"later":1e2')],
  ['minus zero', MALFORMED, withField('"later":-0')],
  ['a negative integer', OK, withField('"later":[-1,0]')],
  ['2^53 - 1', OK, withField('"later":9007199254740991')],
  ['2^53', MALFORMED, withField('"later":9007199254740992')],
  ['-2^53', MALFORMED, withField('"later":-9007199254740992')],
  ['an integer of 400 digits', MALFORMED, withField(`"later":${'9'.repeat(400)}`)],
];

export const fieldRows: Row[] = [
  ['a missing field', MALFORMED, content({ orderNumber: undefined })],
  ['null in place of a text', MALFORMED, content({ licensee: null })],
  ['256 characters beyond the first plane', OK, content({ licensee: emoji(256) })],
  ['257 characters', MALFORMED, content({ licensee: 'x'.repeat(257) })],
  ['257 characters beyond the first plane', MALFORMED, content({ licensee: emoji(257) })],
  ['a text of nothing', MALFORMED, content({ licensee: '' })],
  ...['\t', '\n', '\0', '\u007f', '\u0085', '\u009f', '\u2028', '\u2029'].map((c): Row => [
    `U+${c.codePointAt(0)!.toString(16).padStart(4, '0')} in a text`,
    MALFORMED,
    content({ licensee: `A${c}B` }),
  ]),
  ...[' ', '\u00a0', '\u200b', '\u202e', '\ufeff', '\ufffe', '\u{10ffff}'].map((c): Row => [
    `U+${c.codePointAt(0)!.toString(16).padStart(4, '0')} as a text`,
    OK,
    content({ licensee: c }),
  ]),
  ['a serial number in lower case', MALFORMED, content({ serialNumber: '3f9a01c2' })],
  ['no seats', MALFORMED, content({ seats: 0 })],
  ['seats as text', MALFORMED, content({ seats: '100' })],
  ['seats written 1.0', MALFORMED, file(json.replace('"seats":100', '"seats":1.0'))],
  ['another kind', MALFORMED, content({ kind: 'gift' })],
  ['a code reference', OK, content({ codeReference: publicBytes('root').toString('base64url') })],
  [
    'a code reference of 31 bytes',
    MALFORMED,
    content({ codeReference: publicBytes('root').subarray(1).toString('base64url') }),
  ],
  ['a code reference with unused bits set', MALFORMED, content({ codeReference: `${'A'.repeat(42)}B` })],
  ['an empty list of applications', OK, content({ applications: [] })],
  ['applications that are no list', MALFORMED, content({ applications: {} })],
  ['an application without versions', MALFORMED, content({ applications: [{ productId: 'x', name: 'X' }] })],
  [
    'a version that is a number',
    MALFORMED,
    content({ applications: [{ productId: 'x', name: 'X', versions: [4] }] }),
  ],
  ...(
    [
      ['0000-01-01T00:00:00.000Z', MALFORMED],
      ['1969-12-31T23:59:59.999Z', MALFORMED],
      ['1970-01-01T00:00:00.000Z', OK],
      ['2024-02-29T00:00:00.000Z', OK],
      ['2026-02-29T00:00:00.000Z', MALFORMED],
      ['2026-01-01T24:00:00.000Z', MALFORMED],
      ['2026-06-30T23:59:60.000Z', MALFORMED],
      ['2026-01-01T00:00:00Z', MALFORMED],
      ['2026-01-01T00:00:00.000000Z', MALFORMED],
      ['2026-01-01T00:00:00.000z', MALFORMED],
      ['2026-01-01 00:00:00.000Z', MALFORMED],
      ['2026-01-01T00:00:00.000+00:00', MALFORMED],
      ['+010000-01-01T00:00:00.000Z', MALFORMED],
    ] as const
  ).map(([time, expected]): Row => [`a start at ${time}`, expected, content({ startsAt: time })]),
  ['an end in the year 9999', OK, content({ expiresAt: '9999-12-31T23:59:59.999Z' })],
];
