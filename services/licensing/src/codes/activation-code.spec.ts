import fc from 'fast-check';
import { ALPHABET } from '@tessera/license/format';
import { generateCode, maskCode, parseCode } from './activation-code.js';

describe('generateCode', () => {
  it('[LIC-011] makes 20 digits and Latin letters in four groups', () => {
    for (let n = 0; n < 1000; n++)
      expect(generateCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('[LIC-011] makes no code twice, and every one passes its own check', () => {
    const codes = Array.from({ length: 10_000 }, generateCode);
    expect(new Set(codes).size).toBe(10_000);
    expect(codes.filter((code) => parseCode(code) !== code)).toEqual([]);
  });

  it('[LIC-011] prefers no character', () => {
    const counts = new Map<string, number>();
    const codes = Array.from({ length: 10_000 }, generateCode).join('').replaceAll('-', '');
    for (const character of codes) counts.set(character, (counts.get(character) ?? 0) + 1);
    const expected = 200_000 / 32;
    const chiSquare = [...ALPHABET].reduce(
      (sum, c) => sum + ((counts.get(c) ?? 0) - expected) ** 2 / expected,
      0,
    );
    // 31 degrees of freedom: a fair source exceeds 90 once in ten million runs.
    expect(chiSquare).toBeLessThan(90);
  });
});

describe('parseCode', () => {
  it('[LIC-011] reads what people type', () => {
    fc.assert(
      fc.property(
        fc.constant(null).map(generateCode),
        fc.constantFrom(' ', '', '-', '\u2013', '\u00a0'),
        (code, separator) => {
          const typed = code
            .toLowerCase()
            .replaceAll('-', separator)
            .replaceAll('0', 'О')
            .replaceAll('1', 'l')
            .replaceAll('a', 'а');
          return parseCode(` ${typed}\n`) === code;
        },
      ),
    );
  });

  it('[LIC-011] refuses every change of one character', () => {
    const code = generateCode();
    const accepted = [...code].flatMap((character, at) =>
      character === '-'
        ? []
        : [...ALPHABET].filter(
            (other) => other !== character && parseCode([...code].with(at, other).join('')) !== null,
          ),
    );
    expect(accepted).toEqual([]);
  });

  it.each(['', 'hello', '00000-00000-00000-0000', `00000-00000-00000-00000${' '.repeat(600)}`])(
    '[LIC-011] refuses "%s"',
    (text) => {
      expect(parseCode(text)).toBeNull();
    },
  );
});

describe('maskCode', () => {
  it('[LIC-024] shows the last five characters only', () => {
    expect(maskCode('01234-56789-ABCDE-FGHJK')).toBe('*****-*****-*****-FGHJK');
  });
});
