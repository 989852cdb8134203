import { commonPasswords, fold, placeholders } from './common-passwords.js';

/** What people write for letters. `1` and `!`, `6` and `7` stand for two of them: hence a second reading. */
// prettier-ignore
const LEET: Record<string, string> = {
  '0': 'o', '1': 'i', '2': 'z', '3': 'e', '4': 'a', '5': 's', '6': 'b', '7': 't', '8': 'b', '9': 'g',
  '@': 'a', '$': 's', '!': 'i', '|': 'i', '+': 't', '(': 'c', '€': 'e', '£': 'l', '§': 's',
};
const OTHERWISE: Record<string, string> = { ...LEET, '1': 'l', '!': 'l', '|': 'l', '6': 'g', '7': 'l' };

/** Rows and columns of keyboards, and alphabets: three and more in a row, in either direction, are guessed in one go. */
// prettier-ignore
const ROWS = [
  '1234567890', '!@#$%^&*()', '!"§$%&/()', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm', 'azertyuiop',
  'qsdfghjklm', 'wxcvbn', '1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik', '9ol', '1qay', '6zhn', '789', '456',
  '147', '258', '369', '159', '753', 'abcdefghijklmnopqrstuvwxyz', 'абвгдежзиклмнопрстуфхцчшщъыьэюя', 'ицукенгшщзх',
  'фывапролджэ', 'ячсмитьбю',
];
const reversed = (text: string): string => text.split('').reverse().join('');
const RUNS = [...ROWS, ...ROWS.map(reversed)].join('\n');
const MIN_RUN_LENGTH = 3;

const MIN_WORD_LENGTH = 4;
const MAX_WORD_LENGTH = 20;
const MIN_CONTEXT_LENGTH = 3;
/** Digits beside a word, and kinds of symbols, that people add to satisfy rules. */
const MAX_ADDED_DIGITS = 4;
const MAX_ADDED_SYMBOLS = 2;
/** What else may be left of a guessable password: beside a word, and where there is none. Different characters. */
const MAX_REMAINDER = { named: 1, nameless: 3 };

/** Three keys in a row are found in random characters as well. */
type Kind = 'word' | 'context' | 'run' | 'short run' | 'letter' | 'digit' | 'symbol';

/** A part of a password. @property cost the work that it adds for a guesser, while the division is looked for */
interface Part {
  kind: Kind;
  text: string;
  end: number;
  cost: number;
}

/** What stands between letters, and is read over. */
const BETWEEN = /[\s!-/:-@[-`{-~]/g;

/**
 * Whether a password is one of those that are tried first: nothing but one well-known word or password, whatever its case
 * and spelling (`P@55w0rd`, `P.a.s.s.w.o.r.d`), with what people add: digits, years, dates, symbols, rows of keys, the word
 * again, their company, `admin`. Two different words are none of those, nor are random characters.
 * @param context texts whose words belong to the person for all to see: names, address, company, product
 */
export function isGuessable(password: string, context: readonly string[]): boolean {
  const words = wordsOf(context);
  const text = fold(password);
  const bare = text.replace(BETWEEN, '');
  return isEasy(text, words) || (bare !== text && bare.length * 2 >= text.length && isEasy(bare, words));
}

function isEasy(text: string, context: Set<string>): boolean {
  const parts = cheapest(text, context);
  const different = (kind: Kind) => new Set(parts.filter((p) => p.kind === kind).map((p) => p.text)).size;
  const [words, known] = [different('word'), different('context')];
  if (words > 1) return false;
  const named = words + known > 0;
  const digits = parts.filter((p) => p.kind === 'digit').length;
  const symbols = Math.max(0, different('symbol') - MAX_ADDED_SYMBOLS);
  if (named) {
    const added = digits <= MAX_ADDED_DIGITS ? 0 : different('digit');
    return different('letter') + symbols + added <= MAX_REMAINDER.named;
  }
  return (
    different('letter') + symbols + different('digit') + different('short run') <= MAX_REMAINDER.nameless
  );
}

const wordsOf = (context: readonly string[]): Set<string> =>
  new Set(
    context
      .flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u))
      .filter((word) => word.length >= MIN_CONTEXT_LENGTH && /\p{L}/u.test(word)),
  );

/** The division into parts that costs a guesser least. Found from the end, so that no place is looked at twice. */
function cheapest(text: string, context: Set<string>): Part[] {
  const readings = [text, spelled(text, LEET), spelled(text, OTHERWISE)];
  const backwards = reversed(text);
  const costs: number[] = [];
  const choices: Part[] = [];
  costs[text.length] = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    costs[at] = Infinity;
    for (const part of partsAt(at, { text, readings, backwards, context })) {
      const cost = part.cost + costs[part.end]!;
      if (cost < costs[at]!) [costs[at], choices[at]] = [cost, part];
    }
  }
  const parts: Part[] = [];
  for (let at = 0; at < text.length; at = parts.at(-1)!.end) parts.push(choices[at]!);
  return parts;
}

/** One character for one: places stay what they are. */
const spelled = (text: string, table: Record<string, string>): string =>
  Array.from({ length: text.length }, (_, at) => table[text[at]!] ?? text[at]!).join('');

interface Password {
  text: string;
  readings: string[];
  backwards: string;
  context: Set<string>;
}

function partsAt(at: number, { text, readings, backwards, context }: Password): Part[] {
  const parts: Part[] = [single(text[at]!, at + 1)];
  const again = sameUntil(at, text);
  if (again - at >= MIN_RUN_LENGTH) parts.push(single(text[at]!, again));
  const run = runUntil(at, text);
  if (run - at === MIN_RUN_LENGTH)
    parts.push({ kind: 'short run', text: text.slice(at, run), end: run, cost: 0.5 });
  else if (run - at > MIN_RUN_LENGTH) parts.push({ kind: 'run', text: '', end: run, cost: 0 });
  const date = dateUntil(at, text);
  if (date > at) parts.push({ kind: 'run', text: '', end: date, cost: 0 });
  if (isYear(text.slice(at, at + 4))) parts.push({ kind: 'run', text: '', end: at + 4, cost: 0 });
  const most = Math.min(MAX_WORD_LENGTH, text.length - at);
  for (let length = MIN_CONTEXT_LENGTH; length <= most; length++) {
    const end = at + length;
    let before = '';
    for (const reading of readings) {
      const word = reading.slice(at, end);
      if (word === before) continue;
      before = word;
      if (context.has(word) || placeholders.has(word))
        parts.push({ kind: 'context', text: word, end, cost: 0 });
      else if (length >= MIN_WORD_LENGTH && commonPasswords.has(word)) parts.push(common(word, end));
    }
    const back = backwards.slice(text.length - end, text.length - at);
    if (context.has(back) || placeholders.has(back))
      parts.push({ kind: 'context', text: back, end, cost: 0 });
    else if (length >= MIN_WORD_LENGTH && commonPasswords.has(back)) parts.push(common(back, end));
  }
  return parts;
}

function single(text: string, end: number): Part {
  if (/\p{N}/u.test(text)) return { kind: 'digit', text, end, cost: 0.3 };
  const isSymbol = text <= '~' && !/[a-z]/.test(text);
  return isSymbol ? { kind: 'symbol', text, end, cost: 0.1 } : { kind: 'letter', text, end, cost: 1 };
}

/** Well-known digits are a run like others, and `admin1` is the word `admin`. */
function common(word: string, end: number): Part {
  const text = word.replace(/[0-9]{1,20}$/, '');
  return text ? { kind: 'word', text, end, cost: 2 } : { kind: 'run', text, end, cost: 0 };
}

function sameUntil(at: number, text: string): number {
  let end = at + 1;
  while (text[end] === text[at]) end++;
  return end;
}

function runUntil(at: number, text: string): number {
  let end = at + 1;
  while (end < text.length && RUNS.includes(text.slice(at, end + 1))) end++;
  return end;
}

const DAY = '(?:0[1-9]|[12][0-9]|3[01])';
const MONTH = '(?:0[1-9]|1[0-2])';
const YEAR = '(?:19|20)[0-9]{2}';
/** As people write days: with separators, or all digits, in the orders of Europe, America, and ISO 8601. */
const DATES = new RegExp(
  [
    '[0-3]?[0-9][-./ ][0-3]?[0-9][-./ ](?:19|20)?[0-9]{2}',
    `${YEAR}[-./ ][0-1]?[0-9][-./ ][0-3]?[0-9]`,
    `(?:${DAY}${MONTH}|${MONTH}${DAY})${YEAR}`,
    `${YEAR}${MONTH}${DAY}`,
    `(?:${DAY}${MONTH}|${MONTH}${DAY})[0-9]{2}`,
    `[0-9]{2}${MONTH}${DAY}`,
  ].join('|'),
  'y',
);

/** @returns where a date ends that begins here; the same place if none does */
function dateUntil(at: number, text: string): number {
  DATES.lastIndex = at;
  return DATES.test(text) ? DATES.lastIndex : at;
}

const isYear = (text: string): boolean => /^(19|20)[0-9]{2}$/.test(text);
