/** A key is cut here, in code points: U+FDFA alone becomes 18 of them, and a cursor carries the key of its last row. */
export const MAX_SEARCH_KEY_LENGTH = 256;

/** What nobody sees and some keyboards and word processors put in: soft hyphens, joiners, zero-width blanks, direction marks. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/**
 * The form in which texts are compared when somebody searches or sorts: two texts that look alike, or that differ by case, width,
 * composition or the kind of blank alone, have one key. Follows NFKC_Casefold (UAX 44) as far as `String` knows it;
 * beyond it the dotted and the dotless i are one letter, since people look for Turkish names on other keyboards.
 * The stored key of a row and the key of what is looked for must both come from here.
 */
export function searchKey(text: string): string {
  const folded = text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    // The capital sharp s is lowered first; then upper case makes the sharp s into SS and the dotless i into I.
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(/i\u0307+/g, 'i')
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim();
  const points = [...folded];
  return points.length > MAX_SEARCH_KEY_LENGTH
    ? points.slice(0, MAX_SEARCH_KEY_LENGTH).join('').trimEnd()
    : folded;
}
