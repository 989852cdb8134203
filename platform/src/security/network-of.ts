import { addressKey } from '../limits/address-key.js';

/** Where a client is, without saying which one it is: IPv4 by its /24, IPv6 by its /64; null when it is not known. */
export function networkOf(address: string | null): string | null {
  const key = addressKey(address);
  if (key === 'unknown') return null;
  return key.includes(':') ? key : `${key.slice(0, key.lastIndexOf('.'))}.0/24`;
}
