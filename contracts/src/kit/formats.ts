const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** Neither NUL nor half a character, which Postgres does not store. */
export const isText = (s: string): boolean => !s.includes('\0') && s.isWellFormed();

/** A text without control characters and line separators. */
export const isLine = (s: string): boolean => isText(s) && !CONTROL.test(s);

/**
 * Addresses that a mail server surely delivers to the one mailbox that a person reads: ASCII only, no quoted
 * local part, no comments, no lists (spec/security.md, cases 26 and 28). RFC 5321 limits: 64 and 255 octets.
 */
export function isEmail(s: string): boolean {
  if (s.length > 254) return false;
  const at = s.lastIndexOf('@');
  if (at < 1 || at > 64 || s.indexOf('@') !== at) return false;
  const local = s.slice(0, at);
  const labels = s.slice(at + 1).split('.');
  return (
    /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+$/.test(local) &&
    !local.startsWith('.') &&
    !local.endsWith('.') &&
    !local.includes('..') &&
    labels.length >= 2 &&
    labels.every((l) => l.length <= 63 && /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/.test(l))
  );
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** What ICU said of a region; it takes longer to ask than all the rest of an event's validation. */
const countries = new Map<string, boolean>();

/** ISO 3166-1 alpha-2, upper case, as far as ICU knows the region. */
export function isCountry(s: string): boolean {
  if (!/^[A-Z]{2}$/.test(s) || s === 'ZZ') return false;
  let known = countries.get(s);
  if (known === undefined) countries.set(s, (known = regions.of(s) !== undefined));
  return known;
}

/** A well-formed BCP 47 tag. */
export function isLanguage(s: string): boolean {
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(s)) return false;
  try {
    return Intl.getCanonicalLocales(s).length === 1;
  } catch {
    return false;
  }
}

/** ISO 8601 in UTC. `Date` rolls a 31st of February over to March, and the database refuses it: such a day is no time. */
export function isInstant(s: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(s)) return false;
  const at = new Date(s);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 19) === s.slice(0, 19);
}
