/** As large as a result may be, in bytes of JSON, and as deep. */
const MAX_BYTES = 16_384;
const MAX_DEPTH = 15;

export type Result = Record<string, unknown>;

/** Whether a platform can keep it. One that cannot would be refused each time it is reported. */
export function isStorable(result: unknown): result is Result {
  try {
    const text = JSON.stringify(result);
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && Buffer.byteLength(text) <= MAX_BYTES && isPlain(value, MAX_DEPTH);
  } catch {
    // It has a cycle, or a number that JSON does not know.
    return false;
  }
}

/** Databases keep neither NUL nor half a character. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  return Object.entries(value).every(([name, inner]) => isPlain(name, depth) && isPlain(inner, depth - 1));
}
