/** More lines than this help no reader. */
const MAX_LINES = 20;

/**
 * What differs between two texts, in a few lines: by path where both are JSON, else by line.
 * @param {string | null} before
 * @param {string} after
 * @returns {string[]}
 */
export function differences(before, after) {
  if (before === null) return ['it does not exist'];
  const [old, now] = [parse(before), parse(after)];
  const found = old && now ? inJson(old, now, '') : inLines(before, after);
  return found.length > MAX_LINES
    ? [...found.slice(0, MAX_LINES), `… and ${found.length - MAX_LINES} more`]
    : found;
}

/** @param {string} text @returns {any} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {any} old @param {any} now @param {string} path @returns {string[]} */
function inJson(old, now, path) {
  if (JSON.stringify(old) === JSON.stringify(now)) return [];
  const nested = [old, now].every(
    (v) => v && typeof v === 'object' && Array.isArray(v) === Array.isArray(old),
  );
  if (!nested) return [`${path}: ${short(old)} → ${short(now)}`];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const inside = keys.flatMap((key) => {
    const at = path ? `${path} › ${key}` : key;
    if (!(key in now)) return [`- ${at}`];
    return key in old ? inJson(old[key], now[key], at) : [`+ ${at}`];
  });
  return inside.length ? inside : [`${path}: the order`];
}

const short = (/** @type {unknown} */ value) => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

/** @param {string} before @param {string} after */
function inLines(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}
