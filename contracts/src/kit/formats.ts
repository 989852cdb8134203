const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** Neither NUL nor half a character, which Postgres does not store. */
export const isText = (s: string): boolean => !s.includes('\0') && s.isWellFormed();

/** A text without control characters and line separators. */
export const isLine = (s: string): boolean => isText(s) && !CONTROL.test(s);

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
