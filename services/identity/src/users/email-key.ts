import { canonicalEmail, isEmail } from '@tessera/contracts/kit';

/**
 * The one policy by which two addresses are the same: ASCII addresses (as `@IsEmailAddress` makes them, with international
 * domains as `xn--…`), compared without regard to case. The check comes first, because lower-casing alone would turn U+212A into `k`.
 * @returns null for what is no address
 */
export function emailKeyOrNull(email: string): string | null {
  const canonical = canonicalEmail(email);
  return canonical !== null && isEmail(canonical) ? canonical.toLowerCase() : null;
}

/** For addresses that a contract has checked. */
export function emailKey(email: string): string {
  const key = emailKeyOrNull(email);
  if (key === null) throw new Error('not an address');
  return key;
}
