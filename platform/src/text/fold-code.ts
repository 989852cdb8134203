/**
 * Reads codes that people type or paste: activation codes, enrollment codes. `@tessera/license` folds them in the same way for
 * applications and the portal, which have no platform; services/licensing/src/orders/folding.spec.ts holds the two together.
 */

/** Longest text that is taken for a code: 20 characters with whatever a word processor or a mail program puts around them. */
export const MAX_TYPED_CODE_LENGTH = 512;

/** Look-alikes in upper case → the character of Crockford's base 32 that was meant. */
const LOOK_ALIKES = new Map(
  [
    ['OILUİ', '011V1'], // Latin; the last is what a Turkish keyboard makes of i
    ['АВЕКМНОРСТУХІӀЈЅЗԚԜԌѴԀҺҮ', 'ABEKMH0PCTYX11JS3QWGVDHY'], // Cyrillic
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧͿ', 'ABEZH1KMN0PTYXJ'], // Greek
  ].flatMap(([from, to]) => [...from!].map((character, at) => [character, to![at]!] as const)),
);

/**
 * Blanks, dashes and invisible characters of every kind. Some that are used as dashes are not of the category: minus (U+2212), hyphen
 * bullet, modifier minus, the line of boxes, and the long vowel mark of Japanese keyboards; the braille blank is no blank by category.
 */
const SEPARATORS =
  /[\p{White_Space}\p{Pd}\p{Cf}\p{Default_Ignorable_Code_Point}\u2212\u2043\u02d7\u2500\u30fc\u2800]/gu;

/** Without quotes, brackets, and the full stop of the sentence in which a code stood. */
const TRIMMED = /\P{P}(?:.*\P{P})?/su;

/**
 * Folds case, width, look-alikes of Latin, Cyrillic and Greek, and digits of other scripts, and leaves out blanks, dashes, what
 * nobody sees, and punctuation around it. What has no meaning in a code stays in, for the check to refuse; of a text that is too long for a code nothing is left.
 */
export function foldCode(typed: string): string {
  if (typed.length > MAX_TYPED_CODE_LENGTH) return '';
  const upper = typed.normalize('NFKC').toUpperCase().normalize('NFKC').replace(SEPARATORS, '');
  const code = TRIMMED.exec(upper)?.[0] ?? '';
  return [...code].map((character) => LOOK_ALIKES.get(character) ?? asciiDigit(character)).join('');
}

const DIGIT = /^\p{Nd}$/u;

/** Unicode keeps the ten digits of a script together and in order. */
function asciiDigit(character: string): string {
  if (!DIGIT.test(character)) return character;
  let zero = character.codePointAt(0)!;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return String((character.codePointAt(0)! - zero) % 10);
}
