import type { IncomingMessage } from 'node:http';

/**
 * The address of a client whose request Fastify has not seen: the one that the last trusted proxy saw; addresses that a
 * client puts in front of it are ignored. The same as `request.ip` there.
 */
export function clientAddressOf(
  request: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
  trustedProxies: number,
): string {
  const said = request.headers['x-forwarded-for'];
  const hops = trustedProxies > 0 && typeof said === 'string' ? said.split(',').reverse() : [];
  const addresses = [request.socket.remoteAddress ?? 'unknown', ...hops.map((hop) => hop.trim())];
  return addresses[Math.min(trustedProxies, addresses.length - 1)]!;
}
