import { IsNullable, IsObject, IsOptional, MaxBytes } from './decorators.js';
import { jsonFaultOf } from './plain-json.js';
import { validate } from './validate.js';

const nested = (depth: number): unknown => (depth ? { a: nested(depth - 1) } : 1);

it.each<[string, object]>([
  ['backslashes that look like half a character', { a: 'E:\\udf00\\setup.exe' }],
  ['backslashes that look like NUL', { a: 'C:\\u0000\\x', '\\u0000': 1 }],
  ['whole characters of two halves', { '😀': ['😀', '𠮷'] }],
  ['numbers, lists, nothing', { a: [1, -1.5e-7, null, true, [], {}] }],
  ['20 levels', nested(20) as object],
])('takes %s', (_what, value) => expect(jsonFaultOf(value, 1_000)).toBeNull());

it.each<[string, object]>([
  ['NUL', { a: ['\0'] }],
  ['NUL in a name', { 'a\0': 1 }],
  ['half a character', { a: { b: 'x\ud83d' } }],
  ['half a character in a name', { '\udc00': 1 }],
  ['a number without end', { a: JSON.parse('1e400') as number }],
  ['21 levels', nested(21) as object],
])('finds %s', (_what, value) => expect(jsonFaultOf(value, 1_000)).toBe('MALFORMED'));

it.each<object>([
  { a: 'x' },
  {},
  { a: [], b: {}, c: [1, 2, 3], d: 'ä"\\\n😀', ü: -0.5, e: null, f: false, g: { h: [{}, {}] } },
])('counts the bytes of %j as JSON', (value) => {
  const bytes = Buffer.byteLength(JSON.stringify(value));
  expect(jsonFaultOf(value, bytes)).toBeNull();
  expect(jsonFaultOf(value, bytes - 1)).toBe('TOO_LONG');
});

it.each([[2 ** 53], [-(2 ** 53)], [1e300], [{ a: [{ b: Number('12345678901234567890') }] }]])(
  'takes %j where it is kept, and not where it must be passed on as it was sent',
  (value) => {
    expect(jsonFaultOf(value, 100)).toBeNull();
    expect(jsonFaultOf(value, 100, { exact: true })).toBe('MALFORMED');
  },
);

it.each([[2 ** 53 - 1], [-0.1], [0], [1e-300]])('passes %j on', (value) => {
  expect(jsonFaultOf(value, 100, { exact: true })).toBeNull();
});

class Probe {
  @IsOptional() @IsNullable() @IsObject() @MaxBytes(20) free?: Record<string, unknown> | null;
}

it('is what a field of free JSON with a limit is checked by', () => {
  const codes = (free: unknown) => validate(Probe, { free }).map((e) => `${e.field} ${e.code}`);
  expect(codes({ a: '\\u0000' })).toEqual([]);
  expect(codes(null)).toEqual([]);
  expect(codes({ a: '\0' })).toEqual(['free MALFORMED']);
  expect(codes({ a: 'x'.repeat(20) })).toEqual(['free TOO_LONG']);
  expect(codes([])).toEqual(['free WRONG_TYPE']);
});
