import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** IPv6 addresses that stand for one IPv4 address, in their last 32 bits: mapped, and translated at a network's border. */
const standIns = new Set(['ipv4Mapped', 'rfc6145', 'rfc6052']);

/**
 * What stands for a client's address in a limit: an IPv4 address whole, also as an IPv4-mapped one; IPv6 by its /64, since a
 * client with one address of it has all. Without a usable address all such clients are one, so that limits hold even then.
 */
export function addressKey(address: string | null): string {
  const version = address === null ? 0 : isIP(address);
  if (version === 0) return 'unknown';
  // Nearly all are plain IPv4, and need no parser.
  if (version === 4) return address!;
  const parsed = ipaddr.IPv6.parse(address!);
  if (standIns.has(parsed.range())) return parsed.toByteArray().slice(-4).join('.');
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
