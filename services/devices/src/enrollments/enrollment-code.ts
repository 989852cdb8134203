import { randomBytes } from 'node:crypto';
import { foldCode } from '@tessera/platform';

/** Crockford's alphabet: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 20 characters of 5 bits: 100 random bits. */
const CODE_LENGTH = 20;
const GROUP_LENGTH = 4;

/** A new code without separators. */
export function makeEnrollmentCode(): string {
  return [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte & 31]).join('');
}

/** As people read and type it: `XXXX-XXXX-XXXX-XXXX-XXXX`. */
export function showEnrollmentCode(code: string): string {
  return code.match(new RegExp(`.{${GROUP_LENGTH}}`, 'g'))!.join('-');
}

/** What was typed or pasted, folded as every kind of code is; null if it cannot be a code. */
export function readEnrollmentCode(typed: string): string | null {
  const code = foldCode(typed);
  return code.length === CODE_LENGTH && [...code].every((c) => ALPHABET.includes(c)) ? code : null;
}
