import { COMMON } from './common-passwords.data.js';

const common = new Set(COMMON.split(/\s+/).filter(Boolean));

/** Also with capitals, and with what people append to satisfy a rule: `Password1!` is `password`. */
export function isCommonPassword(password: string): boolean {
  const folded = password.toLowerCase();
  return common.has(folded) || common.has(withoutTail(folded));
}

/** A loop rather than an expression: `[^a-z]+$` would take quadratic time on hostile input. */
function withoutTail(text: string): string {
  const characters = [...text];
  while (characters.length && !/\p{L}/u.test(characters.at(-1)!)) characters.pop();
  return characters.join('');
}
