/** JSON as the format allows it: so little of it that every language's parser reads the same. */

/** Objects and lists inside of each other; the payload itself is the first. */
const DEEPEST = 16;
const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]|[-\d][-+.\deE]*/g;
const INTEGER = /^(?:0|-?[1-9]\d{0,15})$/;

/**
 * What is wrong with the text of a payload beyond RFC 8259, or undefined: a name twice in one object (parsers take the
 * first, the last, or fail), deeper nesting than 16, a number that is not an integer from −(2⁵³−1) to 2⁵³−1 written
 * with digits alone, half of a surrogate pair. Looks at all fields, those too that nobody knows.
 * @param text is valid JSON
 */
export function jsonFlaw(text: string): string | undefined {
  const open: (Set<string> | null)[] = [];
  for (const [token, colon] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') {
      if (open.push(token === '{' ? new Set() : null) > DEEPEST) return `nested deeper than ${DEEPEST}`;
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token.startsWith('"')) {
      const value = JSON.parse(colon === undefined ? token : token.slice(0, -colon.length)) as string;
      if (/\p{Cs}/u.test(value)) return 'not Unicode: half of a surrogate pair';
      if (colon === undefined) continue;
      const names = open.at(-1)!;
      if (names.has(value)) return `ambiguous: ${JSON.stringify(value.slice(0, 40))} stands there twice`;
      names.add(value);
    } else if (!INTEGER.test(token) || !Number.isSafeInteger(Number(token))) {
      return `not exact: ${token.slice(0, 40)} is no integer of up to 2^53 - 1 in digits`;
    }
  }
  return undefined;
}
