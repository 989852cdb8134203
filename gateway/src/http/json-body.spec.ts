import { codeOf } from '@tessera/platform/testing';
import { readJson } from './json-body.js';

const codeFor = (text: string) => codeOf(Promise.resolve().then(() => readJson(text)));

describe('a JSON body', () => {
  it('is parsed as JSON.parse would', () => {
    const text = '{"a":[1,{"b":"x\\"y:z","c":null}],"d":"{\\"d\\":1}","e":{"a":2}}';
    expect(readJson(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['no JSON', '{"a":'],
    ['a key twice', '{"a":1,"a":2}'],
    ['a key twice, once escaped', '{"a":1,"\\u0061":2}'],
    ['a key twice deep inside', '{"x":[{"a":1,"b":{},"a":2}]}'],
    ['__proto__', '{"__proto__":{"admin":true}}'],
    ['__proto__, escaped', '{"\\u005f_proto__":{"admin":true}}'],
    ['a depth of 21', '['.repeat(21) + ']'.repeat(21)],
    ['a thousand and one keys', `{${Array.from({ length: 1_001 }, (_, i) => `"k${i}":1`).join(',')}}`],
    ['NaN', '{"a":NaN}'],
  ])('is refused with %s', async (_what, text) => {
    expect(await codeFor(text)).toBe('VALIDATION_FAILED');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});
