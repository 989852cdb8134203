import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * What stands for a caller in a limit: an IPv6 address counts by its /64, since a customer has one of them whole, and
 * an IPv4 address in IPv6 clothes is the IPv4 address. Anything that is no address stands for itself.
 */
export function addressKey(caller: string): string {
  // Nearly all callers are people by id, or plain IPv4: neither needs the library.
  if (isIP(caller) !== 6 || !ipaddr.isValid(caller)) return caller;
  const address = ipaddr.process(caller);
  if (address.kind() === 'ipv4') return address.toString();
  return `${address.toByteArray().slice(0, 8).join('.')}/64`;
}
