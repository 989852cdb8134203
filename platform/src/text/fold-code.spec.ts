import { foldCode, MAX_TYPED_CODE_LENGTH } from './fold-code.js';

const code = '7K2MD9QXW4HT8VBN3F3X';
const grouped = (by: string, size = 5) => code.match(new RegExp(`.{${size}}`, 'g'))!.join(by);

describe('foldCode', () => {
  it.each([
    ['hyphens', grouped('-')],
    ['groups of four', grouped('-', 4)],
    ['lower case', grouped('-').toLowerCase()],
    ...[...'‐‑‒–—―−⁃﹣－﹘ー─˗'].map((dash): [string, string] => [`the dash ${dash}`, grouped(dash)]),
    ['a line end of Windows', `${grouped('-')}\r\n`],
    ['lines', `\uFEFF\n${grouped('\u2028')}\u0085\n\n`],
    ['zero-width blanks', grouped('\u200B')],
    ['soft hyphens', grouped('\u00AD')],
    ['direction marks', `\u202A${grouped('\u200E-')}\u202C`],
    ['fillers and a braille blank', grouped('\u3164\u2800')],
    ['no-break and ideographic blanks', grouped('\u00A0\u3000')],
    ['quotes and a full stop', `“${grouped('-')}”.`],
    ['brackets', `[(${code})]`],
    ['full width', [...code].map((c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0)).join('')],
    ['mathematical letters', code.replaceAll('K', '𝕂').replaceAll('X', '𝗫')],
    ['Arabic digits', code.replace(/\d/g, (d) => String.fromCodePoint(0x660 + Number(d)))],
    ['Devanagari digits', code.replace(/\d/g, (d) => String.fromCodePoint(0x966 + Number(d)))],
    ['Cyrillic', '7К2МD9QХW4НТ8VВN3F3х'],
    ['Greek', '7Κ2ΜD9QΧW4ΗΤ8VΒΝ3F3χ'],
  ])('reads a code with %s', (_, typed) => expect(foldCode(typed)).toBe(code));

  it('reads O as 0, I and L as 1, U as V, on Turkish keyboards too', () => {
    expect(foldCode('oO iIlLıİ uU')).toBe('00111111VV');
  });

  it('leaves what has no meaning in a code', () => {
    expect(foldCode('ABC\u0041\u0301')).toBe('ABCÁ');
    expect(foldCode('a.b_c?🙂')).toBe('A.B_C?🙂');
    expect(foldCode('\0')).toBe('\0');
  });

  it('takes nothing that is too long for a code', () => {
    expect(foldCode(code + ' '.repeat(MAX_TYPED_CODE_LENGTH - code.length))).toBe(code);
    expect(foldCode(code + ' '.repeat(MAX_TYPED_CODE_LENGTH))).toBe('');
  });
});
