import { randomBytes } from 'node:crypto';
import { ALPHABET, checkCharacters, checkCode, formatCode, RANDOM_LENGTH } from '@tessera/license/format';
import { foldCode } from '@tessera/platform';

/** A new code, `XXXXX-XXXXX-XXXXX-XXXXX`: 90 random bits and two check characters. */
export function generateCode(): string {
  // 256 is a multiple of 32: the low five bits of a random byte are without bias.
  const random = Array.from(randomBytes(RANDOM_LENGTH), (byte) => ALPHABET[byte & 31]!).join('');
  return formatCode(random + checkCharacters(random));
}

/** Typed or pasted text → the code as it is printed and stored, or null if it cannot be one (CODE_MALFORMED). */
export function parseCode(text: string): string | null {
  const checked = checkCode(foldCode(text));
  return checked.ok ? checked.code : null;
}

/** For people without the right to see it: `*****-*****-*****-ABCDE`. */
export function maskCode(code: string): string {
  return `*****-*****-*****-${code.slice(-5)}`;
}
