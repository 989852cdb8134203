import type { FieldError } from '@tessera/contracts/kit';
import { refuse } from '@tessera/platform';
import { isGuessable } from './guessable-password.js';

/** CON-03. Where they leave NIST SP 800-63B: `classic` and short `passphrase` passwords have composition rules. */
export const passwordProfiles = ['classic', 'passphrase', 'nist'] as const;
export type PasswordProfile = (typeof passwordProfiles)[number];

/** The same length in code points and in bytes for all profiles; more would only cost us time. */
const MAX_LENGTH = 128;
const MAX_BYTES = 1024;
const MIN_LENGTH = 8;
/** From this length on, NIST wants no composition rules. */
const MIN_PASSPHRASE_LENGTH = 15;

/** The person that a password is for. */
export interface Owner {
  email: string;
  /** Texts whose words others know to belong to the person: names, company, product. */
  words?: readonly string[];
}

type Rule = {
  code: string;
  detail: string;
  broken: (password: string, length: number, owner: Owner) => boolean;
};

const shorterThan = (least: number): Rule => ({
  code: 'TOO_SHORT',
  detail: `needs at least ${least} characters`,
  broken: (_p, length) => length < least,
});

/** Letters of any script are letters, never special characters; digits are 0 to 9. */
const composition: Rule[] = [
  { code: 'NO_LOWER_CASE', detail: 'needs a lower-case letter', broken: (p) => !/\p{Ll}/u.test(p) },
  { code: 'NO_UPPER_CASE', detail: 'needs an upper-case letter', broken: (p) => !/\p{Lu}/u.test(p) },
  { code: 'NO_DIGIT', detail: 'needs a digit 0–9', broken: (p) => !/[0-9]/.test(p) },
  {
    code: 'NO_SPECIAL_CHARACTER',
    detail: 'needs a special character',
    broken: (p) => !/[^\p{L}\p{M}\p{N}\s\p{C}\p{Z}]/u.test(p),
  },
  { code: 'BLANK', detail: 'must not contain blanks', broken: (p) => /[\s\p{Z}\p{Cc}]/u.test(p) },
];

const always: Rule[] = [
  {
    code: 'TOO_LONG',
    detail: `takes at most ${MAX_LENGTH} characters`,
    broken: (p, length) => length > MAX_LENGTH || Buffer.byteLength(p) > MAX_BYTES,
  },
  {
    code: 'IS_EMAIL',
    detail: 'must not be the e-mail address',
    broken: (p, _length, { email }) => isEmail(p, email),
  },
  {
    code: 'TOO_COMMON',
    detail: 'is one of the passwords that are tried first',
    // What another rule says of the whole of it need not be said twice, and takes no time.
    broken: (p, length, { email, words = [] }) =>
      length >= MIN_LENGTH &&
      length <= MAX_LENGTH &&
      !isEmail(p, email) &&
      isGuessable(p, [...wordsOf(email), ...words]),
  },
];

const isEmail = (password: string, email: string): boolean => password.toLowerCase() === email.toLowerCase();

/** Without the last label of the domain, which says nothing of the person. */
const wordsOf = (email: string): string[] => [email.slice(0, Math.max(0, email.lastIndexOf('.')))];

const profiles: Record<PasswordProfile, (length: number) => Rule[]> = {
  classic: () => [shorterThan(MIN_LENGTH), ...composition, ...always],
  passphrase: (length) => [
    shorterThan(MIN_LENGTH),
    ...(length < MIN_PASSPHRASE_LENGTH ? composition : []),
    ...always,
  ],
  nist: () => [shorterThan(MIN_PASSPHRASE_LENGTH), ...always],
};

/** One entry per broken rule; empty when the password is good. */
export function brokenRules(profile: PasswordProfile, password: string, owner: Owner | string): FieldError[] {
  const normal = password.normalize('NFC');
  const length = [...normal].length;
  const person = typeof owner === 'string' ? { email: owner } : owner;
  return profiles[profile](length)
    .filter((rule) => rule.broken(normal, length, person))
    .map(({ code, detail }) => ({ field: 'password', code, detail }));
}

/** @throws Refusal PASSWORD_POLICY */
export function requireGoodPassword(profile: PasswordProfile, password: string, owner: Owner): void {
  const errors = brokenRules(profile, password, owner);
  if (errors.length) refuse('PASSWORD_POLICY', { errors });
}
