import { isEmail } from '@tessera/contracts/kit';

/**
 * The one policy by which two addresses are the same: ASCII addresses (as `Field.email` takes them), compared without
 * regard to case. The check comes first, because lower-casing alone would turn U+212A into `k`.
 * @returns null for what is no address
 */
export const emailKeyOrNull = (email: string): string | null => (isEmail(email) ? email.toLowerCase() : null);

/** For addresses that a contract has checked. */
export function emailKey(email: string): string {
  const key = emailKeyOrNull(email);
  if (key === null) throw new Error('not an address');
  return key;
}
