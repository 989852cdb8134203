import fc from 'fast-check';
import { checkCode, formatCode, normalizeCode } from './activation-code.js';
import { ALPHABET, checkCharacters, isConsistent } from './code-characters.js';

const random = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 18, maxLength: 18 });
/** 20 characters with their check characters. */
const code = random.map((characters) => characters + checkCharacters(characters));
const position = fc.nat(19);

describe('activation codes', () => {
  it('[LIC-011] have 32 digits and letters, none of which is taken for another', () => {
    expect(new Set(ALPHABET).size).toBe(32);
    expect(ALPHABET).toMatch(/^[0-9A-Z]+$/);
    expect(ALPHABET).not.toMatch(/[ILOU]/);
  });

  it('[LIC-011] are accepted as they are printed', () => {
    fc.assert(fc.property(code, (characters) => checkCode(formatCode(characters)).ok));
    expect(formatCode('ABCDE'.repeat(4))).toBe('ABCDE-ABCDE-ABCDE-ABCDE');
  });

  // The check is linear: whether a change is seen depends on the change alone, not on the code (both sums of the changed
  // code are those of the change). So the changes of one code are the changes of all 2⁹⁰.
  it('[LIC-011] every change of one character is found', () => {
    const zero = [...'0'.repeat(20)];
    for (let at = 0; at < 20; at++) {
      for (const other of ALPHABET.slice(1)) expect(isConsistent(zero.with(at, other).join(''))).toBe(false);
    }
  });

  it('[LIC-011] every change of two characters is found, and so every transposition', () => {
    const zero = [...'0'.repeat(20)];
    const missed: string[] = [];
    for (let first = 0; first < 20; first++) {
      for (let second = first + 1; second < 20; second++) {
        for (const one of ALPHABET.slice(1)) {
          for (const two of ALPHABET.slice(1)) {
            const changed = zero.with(first, one).with(second, two).join('');
            if (isConsistent(changed)) missed.push(changed);
          }
        }
      }
    }
    expect(missed).toEqual([]);
  });

  it('[LIC-011] a substitution in any code is found', () => {
    fc.assert(
      fc.property(code, position, fc.constantFrom(...ALPHABET), (characters, at, other) => {
        fc.pre(characters[at] !== other);
        const result = checkCode([...characters].with(at, other).join(''));
        return !result.ok && result.flaw === 'CHECK';
      }),
      { numRuns: 2000 },
    );
  });

  it('[LIC-011] a transposition in any code is found, adjacent or not', () => {
    fc.assert(
      fc.property(code, position, position, (characters, first, second) => {
        const all = [...characters];
        fc.pre(all[first] !== all[second]);
        return !checkCode(all.with(first, all[second]!).with(second, all[first]!).join('')).ok;
      }),
      { numRuns: 2000 },
    );
  });

  it('[LIC-011] of arbitrary characters one in 1,024 passes', () => {
    const tries = 200_000;
    let passed = 0;
    let seed = 1;
    for (let n = 0; n < tries; n++) {
      let characters = '';
      for (let i = 0; i < 20; i++) {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        characters += ALPHABET[seed >>> 27];
      }
      if (isConsistent(characters)) passed++;
    }
    expect(passed / tries).toBeGreaterThan(0.5 / 1024);
    expect(passed / tries).toBeLessThan(2 / 1024);
  });
});

describe('normalizeCode', () => {
  it.each([
    ['lower case', 'abcde-fghjk', 'ABCDEFGHJK'],
    ['Latin look-alikes', 'OoIiLlUu', '001111VV'],
    ['Cyrillic look-alikes', 'АВЕКМНОРСТУХІӀЈЅЗԚԜԌѴ', 'ABEKMH0PCTYX11JS3QWGV'],
    ['Cyrillic in lower case', 'авекмнорстухіӏјѕзԛԝԍѵ', 'ABEKMH0PCTYX11JS3QWGV'],
    ['Greek look-alikes', 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧͿ', 'ABEZH1KMN0PTYXJ'],
    ['Greek in lower case', 'αβεζηικμνορτυχϳ', 'ABEZH1KMN0PTYXJ'],
    ['full-width forms', 'ＡＢＣ－１２３', 'ABC123'],
    ['a Kelvin sign and a dotless i', '\u212A\u0131', 'K1'],
    [
      'blanks and hyphens of every kind',
      ' A\tB\nC\u00a0D\u2009E-F\u2010G\u2013H\u2014J\u2212K\u00adM\u200bN\ufeff',
      'ABCDEFGHJKMN',
    ],
  ])('[LIC-011] folds %s', (_, typed, expected) => {
    expect(normalizeCode(typed)).toBe(expected);
  });

  it('[LIC-011] is done after one time', () => {
    fc.assert(fc.property(code, (characters) => normalizeCode(characters) === characters));
    const typed = fc.string({ unit: fc.constantFrom(...'0Oo1IlLUuVАВСЕоΟΑ-–\u00a0\u200b ABcd89ЯЁß*ＡΐſK') });
    fc.assert(fc.property(typed, (text) => normalizeCode(normalizeCode(text)) === normalizeCode(text)));
  });

  it('[LIC-011] makes the same code of whatever way it is typed', () => {
    const ways: Record<string, string[]> = {
      0: ['O', 'o', 'О', 'Ο'],
      1: ['I', 'l', 'i', 'L', 'І'],
      A: ['a', 'А', 'Α'],
      V: ['u', 'v', 'U'],
    };
    const typed = code.chain((characters) =>
      fc
        .tuple(
          ...[...characters].map((c) =>
            fc.constantFrom(c, c.toLowerCase(), `${c} `, `${c}-`, ...(ways[c] ?? [])),
          ),
        )
        .map((parts) => ({ characters, typed: parts.join('') })),
    );
    fc.assert(fc.property(typed, (sample) => normalizeCode(sample.typed) === sample.characters));
  });
});

describe('checkCode', () => {
  it.each([
    ['', 'LENGTH'],
    ['ABCDE-ABCDE-ABCDE-ABCD', 'LENGTH'],
    ['00000-00000-00000-00000-0', 'LENGTH'],
    [`00000-00000-00000-00000${' '.repeat(600)}`, 'LENGTH'],
    ['ABCDE-ABCDE-ABCDE-ABC*E', 'CHARACTER'],
    ['00000-00000-00000-000Я0', 'CHARACTER'],
    ['00000-00000-00000-00001', 'CHECK'],
  ])('[LIC-011] says what is wrong with "%s"', (text, flaw) => {
    expect(checkCode(text)).toMatchObject({ ok: false, code: 'CODE_MALFORMED', flaw });
  });
});
