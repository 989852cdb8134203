import { isIPv4, isIPv6 } from 'node:net';

/**
 * Whom an address stands for: an IPv4 address itself, an IPv6 address its /64, within which a client chooses freely.
 * Without a usable address all such clients are one.
 */
export function networkOf(address: string | null): string {
  if (!address) return 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped && isIPv4(mapped)) return mapped;
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return 'unknown';
  return `${groupsOf(address).slice(0, 4).join(':')}::/64`;
}

/** The groups before any that `::` leaves out at the end; enough of them for a prefix. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after].map((group) =>
    parseInt(group, 16).toString(16),
  );
}
