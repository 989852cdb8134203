/**
 * IDC-023 … IDC-028 as identity checks them (services/identity/src/passwords/password-policy.ts). These are only to help
 * while somebody types; the service decides, and knows the common passwords besides.
 */
export const rules = {
  length: (password: string) => [...password].length >= 8,
  lower: (password: string) => /\p{Ll}/u.test(password),
  upper: (password: string) => /\p{Lu}/u.test(password),
  digit: (password: string) => /[0-9]/.test(password),
  special: (password: string) => /[^\p{L}\p{M}\p{N}\s\p{C}\p{Z}]/u.test(password),
  noBlank: (password: string) => password !== '' && !/[\s\p{Z}\p{Cc}]/u.test(password),
} as const;
export type RuleName = keyof typeof rules;

export const broken = (password: string): RuleName[] =>
  (Object.keys(rules) as RuleName[]).filter((name) => !rules[name](password.normalize('NFC')));

/** A vendor may allow long passphrases without these rules; from 15 characters on, only the service can tell. */
export const mayBeSent = (password: string): boolean =>
  [...password].length >= 15 || broken(password).length === 0;
