import { dictionary } from '@zxcvbn-ts/language-common';
import { COMMON, PLACEHOLDERS } from './common-passwords.data.js';

/** Without case, accents and full-width forms, which make no difference to a guesser. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss');

const folded = (words: string): string[] => fold(words).split(/\s+/).filter(Boolean);

/** Words that say "password" or "not chosen yet": beside another word they add nothing. */
export const placeholders: ReadonlySet<string> = new Set(folded(PLACEHOLDERS));

/** Some 49,000 that leaked most often, and of ours those of other languages; all folded. */
export const commonPasswords: ReadonlySet<string> = new Set([
  ...(dictionary['passwords-common'] as string[]),
  ...folded(COMMON),
]);
