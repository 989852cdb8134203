import { JsonFault, parseJson } from './json-text.js';

const blanks = ' \n\t\r'.repeat(2_000);
const keys = (count: number, colon = ':') =>
  `{${Array.from({ length: count }, (_, i) => `"k${i}"${colon}1`).join(',')}}`;

it.each([
  ['objects in lists in objects', '{"a":[1,{"b":"x\\"y:z","c":null}],"d":"{\\"d\\":1}","e":{"a":2}}'],
  ['what looks like structure in a text', '{"a":"{\\"a\\":1,\\"a\\":2}","b":"[[[[","c":"\\\\"}'],
  ['equal texts that are no names', '{"a":["x","x",{"x":"x"}],"x":"x"}'],
  ['one name in two objects', '[{"a":1},{"a":2}]'],
  ['a constructor that is none', '{"constructor":"Acme","prototype":{"a":1}}'],
  [
    'blanks everywhere',
    `${blanks}{${blanks}"a"${blanks}:${blanks}[${blanks}1${blanks},2]${blanks}}${blanks}`,
  ],
  ['a text, a number, nothing', '["a",1.5e3,null,true,{},[]]'],
  ['as deep as may be', `${'['.repeat(20)}${']'.repeat(20)}`],
  ['as many fields as may be', keys(1_000)],
  ['a body that is a text', '"a"'],
])('takes %s', (_what, text) => expect(parseJson(text)).toEqual(JSON.parse(text)));

it.each([
  ['a field twice', '{"a":1,"a":2}', 'twice'],
  ['a field twice, one behind blanks', `{"a":1,"a"${blanks}:2}`, 'twice'],
  ['a field twice, once escaped', '{"a":1,"\\u0061":2}', 'twice'],
  ['a field twice around an object', '{"x":[{"a":1,"b":{"a":[{"a":0}]},"a":2}]}', 'twice'],
  ['the empty name twice', '{"":1,"":2}', 'twice'],
  ['__proto__', '{"__proto__":{"admin":true}}', 'not allowed'],
  ['__proto__ behind blanks', `{"a":{"__proto__"${blanks}:{"admin":true}}}`, 'not allowed'],
  ['__proto__, escaped', '{"\\u005f_proto__":{"admin":true}}', 'not allowed'],
  ['constructor.prototype', `{"constructor"${blanks}:${blanks}{"a":1,"prototype":{"a":1}}}`, 'not allowed'],
  ['a depth of 21', '['.repeat(21) + ']'.repeat(21), 'deeply'],
  ['a depth of 100,000', '[{"a":'.repeat(50_000), 'deeply'],
  ['a thousand and one fields', keys(1_001), 'too many'],
  ['a thousand and one fields behind blanks', keys(1_001, `${' '.repeat(30)}:`), 'too many'],
  ['NaN', '{"a":NaN}', 'not JSON'],
  ['a name without its colon', '{"a"}', 'not JSON'],
  ['a comma too many', '{"a":1,}', 'not JSON'],
  ['an open text', '{"a":"b', 'not JSON'],
  ['an open text that ends with backslashes', `{"a":"${'\\'.repeat(99)}`, 'not JSON'],
  ['a wrong escape in a name', '{"\\x":1}', 'not JSON'],
  ['brackets that do not match', '{"a":1]', 'not JSON'],
  ['closing brackets alone', ']]]}},{"a":1', 'not JSON'],
  ['nothing', '', 'not JSON'],
])('refuses %s', (_what, text, reason) => {
  expect(() => parseJson(text)).toThrow(JsonFault);
  expect(() => parseJson(text)).toThrow(reason);
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
});

it.each([
  ['backslashes', `{"a":"${'\\\\'.repeat(50_000)}"}`],
  ['backslashes without an end', `{"a":"${'\\'.repeat(100_000)}`],
  ['quotes', `{"a":"${'\\"'.repeat(50_000)}"}`],
  ['blanks', `{"a"${' '.repeat(100_000)}:1}`],
  ['short texts', `[${'"",'.repeat(33_000)}""]`],
  ['commas', ','.repeat(100_000)],
])('reads 100 KB of %s in a moment', (_what, text) => {
  const times = [1, 2, 3, 4, 5].map(() => {
    const began = performance.now();
    try {
      parseJson(text);
    } catch (error) {
      expect(error).toBeInstanceOf(JsonFault);
    }
    return performance.now() - began;
  });
  expect(Math.min(...times)).toBeLessThan(20);
});
