/**
 * The characters of an activation code and its two check characters.
 *
 * Alphabet: Crockford's base 32 (https://www.crockford.com/base32.html): digits and Latin letters without I, L, O, U.
 * A character's value is its position, a number of 5 bits, taken as an element of GF(32) with x⁵ + x² + 1.
 *
 * With α = x (order 31), a code c₀…c₁₉ is consistent if Σ cᵢ = 0 and Σ αⁱ·cᵢ = 0. That is a Reed–Solomon code of length
 * 20 ≤ 31 with two check symbols: any two columns (1, αⁱ), (1, αʲ) of its parity-check matrix are independent because
 * αⁱ ≠ αʲ, so its distance is 3. It therefore detects every change of one or two characters, wherever they stand: each
 * single substitution, each transposition (adjacent or not). Any other mistake passes with probability 1/1024.
 */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const RANDOM_LENGTH = 18;
export const CODE_LENGTH = 20;

/** Look-alikes in upper case → the character of the alphabet that was meant. */
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
 * Folds what people type or paste: case, full-width forms, look-alikes of Latin, Cyrillic and Greek, digits of other scripts; leaves
 * out blanks, dashes, what nobody sees, and punctuation around it. What has no meaning in a code stays in, for the check to refuse. The platform folds in the
 * same way (platform/src/text/fold-code.ts).
 */
export function foldCharacters(text: string): string {
  const upper = text.normalize('NFKC').toUpperCase().normalize('NFKC').replace(SEPARATORS, '');
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

/** The two check characters for 18 characters of the alphabet. */
export function checkCharacters(random: string): string {
  const [sum, weighted] = syndromes(random);
  // c₁₈ + c₁₉ = sum and α¹⁸·c₁₈ + α¹⁹·c₁₉ = weighted, solved for c₁₉ and then c₁₈.
  const last = divide(weighted ^ multiply(POWERS[18]!, sum), POWERS[18]! ^ POWERS[19]!);
  return ALPHABET[sum ^ last]! + ALPHABET[last]!;
}

/** True if these are 20 characters of the alphabet whose check characters fit. */
export function isConsistent(characters: string): boolean {
  if (characters.length !== CODE_LENGTH || [...characters].some((character) => !ALPHABET.includes(character)))
    return false;
  const [sum, weighted] = syndromes(characters);
  return sum === 0 && weighted === 0;
}

/** Σ cᵢ and Σ αⁱ·cᵢ in GF(32). */
function syndromes(characters: string): [sum: number, weighted: number] {
  let sum = 0;
  let weighted = 0;
  for (let i = 0; i < characters.length; i++) {
    const value = ALPHABET.indexOf(characters[i]!);
    sum ^= value;
    weighted ^= multiply(POWERS[i]!, value);
  }
  return [sum, weighted];
}

/** α⁰ … α³⁰, each the one before times x, reduced by x⁵ + x² + 1. */
const POWERS = Array.from({ length: 31 }).reduce<number[]>((powers) => {
  const doubled = (powers.at(-1) ?? 0) << 1;
  return [...powers, powers.length === 0 ? 1 : doubled & 32 ? doubled ^ 0b100101 : doubled];
}, []);
const LOGARITHMS = Array.from({ length: 32 }, (_, value) => POWERS.indexOf(value));

function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : POWERS[(LOGARITHMS[a]! + LOGARITHMS[b]!) % 31]!;
}

function divide(a: number, b: number): number {
  return a === 0 ? 0 : POWERS[(LOGARITHMS[a]! - LOGARITHMS[b]! + 31) % 31]!;
}
