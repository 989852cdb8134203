import { isIPv4, isIPv6 } from 'node:net';

/**
 * By what a client's address counts: IPv4 whole, IPv6 by its /64, since whoever has one address of it has all.
 * Without a known address everybody counts as one, so that limits hold even then.
 */
export function addressGroup(address: string | null): string {
  if (address === null) return 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped && isIPv4(mapped)) return mapped;
  if (isIPv4(address)) return address;
  const plain = address.split('%')[0]!;
  return isIPv6(plain) ? `${firstFour(plain)}::/64` : 'unknown';
}

function firstFour(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  // A dotted tail stands for two groups.
  const length = left.length + right.length + (address.includes('.') ? 1 : 0);
  const groups = tail === undefined ? left : [...left, ...Array<string>(8 - length).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((g) => Number.parseInt(g || '0', 16).toString(16))
    .join(':');
}
