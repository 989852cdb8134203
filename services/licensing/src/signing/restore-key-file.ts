/** Undoes what a key file suffers on its way through mail programs, editors and clipboards. */
const BEGIN = '-----BEGIN TESSERA KEY FILE-----';
const END = '-----END TESSERA PRODUCT KEY CERTIFICATE-----';

/** Invisible characters; a key file is ASCII. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const BLANKS_AROUND = /^[\p{White_Space}]+|[\p{White_Space}]+$/gu;
/** Of a mail that was answered or forwarded. */
const QUOTED = /^(?:>\s?)+/;

/** Where a text was cut off, or is something else altogether; null: it has a beginning and an end. */
export function incompleteness(given: string): 'NOT_A_KEY_FILE' | 'TRUNCATED' | null {
  const text = readable(given);
  if (!text.includes(BEGIN)) return 'NOT_A_KEY_FILE';
  return text.includes(END, text.indexOf(BEGIN)) ? null : 'TRUNCATED';
}

/**
 * The text as it was signed, if only this happened to it: a byte-order mark, other line ends, blanks around lines, blank lines more or
 * fewer, invisible characters, marks of quotation, text before and after it. All of it is safe to undo: the signature covers what is
 * left, and a text that was changed otherwise is refused as before.
 */
export function restoreKeyFile(given: string): string {
  const text = readable(given);
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END, from);
  if (from < 0 || to < 0) return given;
  const lines = text
    .slice(from, to + END.length)
    .split(/[\r\n\u0085\u2028\u2029]+/)
    .map((line) => line.replace(QUOTED, '').replace(BLANKS_AROUND, ''))
    .filter(Boolean);
  return blocksOf(lines)
    .map((block) => `${withBlankLines(block).join('\n')}\n`)
    .join('');
}

/** With ordinary blanks, and without invisible characters. */
const readable = (text: string): string => text.replace(INVISIBLE, '').replaceAll('\u00a0', ' ');

/** Each ends with its end line. */
function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = [];
  let block: string[] = [];
  for (const line of lines) {
    block.push(line);
    if (!line.startsWith('-----END ')) continue;
    blocks.push(block);
    block = [];
  }
  return blocks;
}

/** One below the headers, `Name: value`, and one above the two lines of the signature. */
function withBlankLines(block: readonly string[]): string[] {
  const payload = block.findIndex((line, at) => at > 0 && !line.includes(':'));
  return [...block.slice(0, payload), '', ...block.slice(payload, -3), '', ...block.slice(-3)];
}
