/** How deep a JSON text from outside may be nested, and how many fields all of its objects may have (spec/security.md). */
export interface JsonLimits {
  depth: number;
  keys: number;
}
export const MAX_DEPTH = 20;
const MAX_KEYS = 1_000;

/** Why a text is not taken as JSON. */
export class JsonFault extends Error {}

/**
 * Parses JSON from outside as strictly as RFC 8259 leaves it open to: a text with a field twice, or with `__proto__` or
 * `constructor.prototype`, means two things to two readers, so it is refused. Depth and number of fields are bounded before
 * anything is built. One pass over the text, then `JSON.parse`.
 * @throws JsonFault
 */
export function parseJson(text: string, limits: JsonLimits = { depth: MAX_DEPTH, keys: MAX_KEYS }): unknown {
  inspect(text, limits);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new JsonFault('is not JSON');
  }
}

/** An object that is open, or a list, which has no names. */
interface Open {
  names: string[] | Set<string> | null;
  /** The field that it is the value of. */
  under: string | null;
  outer: Open | null;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const LIST_BEGIN = 0x5b;
const BACKSLASH = 0x5c;
const LIST_END = 0x5d;
const OBJECT_BEGIN = 0x7b;
const OBJECT_END = 0x7d;

/**
 * Reads the tokens that make structure. Whether the text is JSON at all is for `JSON.parse` to say; of one that is, this finds
 * every field: in an object, the string behind a brace or a comma is one.
 */
function inspect(text: string, limits: JsonLimits): void {
  let open = null as Open | null;
  let depth = 0;
  let keys = 0;
  let nameIsNext = false;
  let lastName: string | null = null;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      const end = endOfString(text, i);
      if (nameIsNext) {
        if (++keys > limits.keys) throw new JsonFault('has too many fields');
        addName(open!, (lastName = nameIn(text, i, end)));
        nameIsNext = false;
      }
      i = end;
    } else if (c === COMMA) nameIsNext = open !== null && open.names !== null;
    else if (c === OBJECT_BEGIN || c === LIST_BEGIN) {
      if (++depth > limits.depth) throw new JsonFault('is nested too deeply');
      nameIsNext = c === OBJECT_BEGIN;
      open = { names: nameIsNext ? [] : null, under: open?.names ? lastName : null, outer: open };
    } else if (c === OBJECT_END || c === LIST_END) {
      nameIsNext = false;
      depth--;
      open = open ? open.outer : null;
    }
  }
}

/** @returns where its last quote stands */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end > 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((end - before) % 2 === 1) return end;
  }
  throw new JsonFault('is not JSON');
}

function nameIn(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end);
  if (!raw.includes('\\')) return raw;
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    throw new JsonFault('is not JSON');
  }
}

/** Objects with at most this many fields keep their names in a list, which costs less than a set. */
const MAX_LISTED_NAMES = 8;

function addName(open: Open, name: string): void {
  if (name === '__proto__' || (name === 'prototype' && open.under === 'constructor')) {
    throw new JsonFault('has a field with a name that is not allowed');
  }
  if (Array.isArray(open.names)) {
    if (open.names.includes(name)) throw new JsonFault('has a field twice');
    if (open.names.push(name) > MAX_LISTED_NAMES) open.names = new Set(open.names);
  } else {
    if (open.names!.has(name)) throw new JsonFault('has a field twice');
    open.names!.add(name);
  }
}
