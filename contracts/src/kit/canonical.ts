import { canonicalEmail } from './email.js';
import { canonicalTime } from './time.js';

/**
 * Puts a text into the one form in which it is kept and compared. What is in that form already comes back as it is.
 * @param max the length that will be asked for: work on what is too long anyway is spared
 * @returns null for what has no such form
 */
export type CanonicalForm = (text: string, max: number) => string | null;

/** Embeddings, overrides, isolates and marks (Unicode: Bidi_Control). */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/**
 * Besides those: soft hyphens, zero-width blanks, word joiners, byte order marks, invisible operators, deprecated format
 * controls, annotations, and tags outside of an emoji's flag. The zero-width joiner and non-joiner are not among them: Persian,
 * Indic scripts and emoji are spelt with them.
 */
const UNSEEN =
  /(\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f})|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** At least one of these: a text of blanks, fillers and marks alone shows nothing. */
const VISIBLE =
  /[^\p{White_Space}\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{13441}\u{13442}\u{1d159}]/u;
/**
 * More marks on one character than any language has (UAX 15, stream-safe text). Putting them in order costs the square
 * of their number: three seconds for 100 KB.
 */
const TOO_MANY_MARKS = /\p{M}{31}/u;
/** The same at a tenth of the price: no marks are among Latin letters, Han, Hangul, Arabic forms, and from U+1F000 to U+DFFFF. */
const PERHAPS_MARKS = /[^\0-\u02ff\u4e00-\ua48f\uac00-\ud7ff\ud83c-\udb3f\ufb50-\ufdff]{31}/;
const hasTower = (text: string): boolean => PERHAPS_MARKS.test(text) && TOO_MANY_MARKS.test(text);
/** What the rules below leave as it is; nearly every text. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;
/** Composed, a text has at least an eighth of its length: four characters of two units become one of one at most. */
const MAX_COMPOSITION_RATIO = 8;

const composed = (text: string, max: number): string | null => {
  const trimmed = text.trim();
  if (trimmed.length > MAX_COMPOSITION_RATIO * max) return trimmed;
  if (hasTower(trimmed)) return null;
  if (!VISIBLE.test(trimmed)) return '';
  const made = trimmed.normalize('NFC');
  return made !== trimmed && hasTower(made) ? null : made;
};

/**
 * Names, subjects and other lines that people read: in NFC, trimmed, without what nobody sees. Controls of the direction are taken
 * out rather than refused: word processors and file managers put them around what is copied, whoever pastes it cannot see
 * them, and a name on its own needs none. What shows nothing at all is the empty text, which a required name may not be.
 */
const name: CanonicalForm = (text, max) =>
  PLAIN.test(text) ? text : composed(text.replace(UNSEEN, '$1'), max);

/** Texts of several lines that people read: as names, but line ends and everything inside that has a form stay. */
const prose: CanonicalForm = (text, max) =>
  PLAIN.test(text) ? text : composed(text.replace(DIRECTION, ''), max);

const ID_LENGTH = 36;

export const canonicalForms = {
  name,
  prose,
  id: (text) => (text.length === ID_LENGTH ? text.toLowerCase() : text),
  email: canonicalEmail,
  time: canonicalTime,
  country: (text) => (/^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : text),
  language: (text) => {
    try {
      return Intl.getCanonicalLocales(text)[0] ?? null;
    } catch {
      return null;
    }
  },
} as const satisfies Record<string, CanonicalForm>;
export type CanonicalKind = keyof typeof canonicalForms;
