import { ALPHABET, CODE_LENGTH, foldCharacters, isConsistent } from './code-characters.js';

export type CodeResult =
  | { ok: true; code: string }
  /** LENGTH: not 20 characters; CHARACTER: one that no code has; CHECK: mistyped, the check characters do not fit. */
  | { ok: false; code: 'CODE_MALFORMED'; flaw: 'LENGTH' | 'CHARACTER' | 'CHECK'; detail: string };

/** Longer input is not read; a code with its hyphens has 23 characters, and pasted text has blanks around it. */
const MAX_INPUT_LENGTH = 512;

/**
 * Checks what someone typed or pasted as an activation code, before it is sent anywhere. `code` in the result is the
 * code as it is printed, `XXXXX-XXXXX-XXXXX-XXXXX`. Every mistake in one or two characters is found (see
 * code-characters.ts). Whether the code exists, only the licensing service knows.
 */
export function checkCode(text: string): CodeResult {
  if (text.length > MAX_INPUT_LENGTH)
    return refuse('LENGTH', `An activation code has ${CODE_LENGTH} characters.`);
  const characters = normalizeCode(text);
  if (characters.length !== CODE_LENGTH) {
    return refuse('LENGTH', `An activation code has ${CODE_LENGTH} characters, not ${characters.length}.`);
  }
  const strange = [...characters].find((character) => !ALPHABET.includes(character));
  if (strange !== undefined) return refuse('CHARACTER', `An activation code does not contain "${strange}".`);
  if (!isConsistent(characters)) return refuse('CHECK', 'The activation code is mistyped.');
  return { ok: true, code: formatCode(characters) };
}

/** Upper case, look-alikes folded to the letter that was meant, no blanks, no hyphens. Promises nothing about validity. */
export function normalizeCode(text: string): string {
  return foldCharacters(text);
}

/** 20 characters → `XXXXX-XXXXX-XXXXX-XXXXX`. */
export function formatCode(characters: string): string {
  return characters.match(/.{1,5}/gsu)?.join('-') ?? '';
}

function refuse(flaw: 'LENGTH' | 'CHARACTER' | 'CHECK', detail: string): CodeResult {
  return { ok: false, code: 'CODE_MALFORMED', flaw, detail };
}
