import { addressKey } from '@tessera/platform';
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** Connections of one address without a request; beyond this the oldest is closed. A browser opens six. */
const MAX_IDLE_PER_ADDRESS = 256;
/** An office that connects all at once is not idle, only many: a younger connection is not closed in favour of others. */
const GRACE_MS = 3_000;
/** Within the grace too there are no more than this. */
const MAX_IDLE_WITHIN_GRACE = 4_096;

/**
 * Bounds the connections of an address that have sent no request, each of which costs a descriptor until its time for the
 * headers is over. Where proxies stand in front, all connections are theirs, and so is this task.
 */
export function limitIdleConnections(
  server: Server,
  trustedProxies: number,
  maxIdle = MAX_IDLE_PER_ADDRESS,
  graceMs = GRACE_MS,
): void {
  if (trustedProxies > 0) return;
  const keys = new Map<Socket, string>();
  /** By address, with the time of each, the oldest first. */
  const idle = new Map<string, Map<Socket, number>>();
  const forget = (socket: Socket) => {
    const key = keys.get(socket);
    if (key === undefined) return;
    keys.delete(socket);
    const own = idle.get(key)!;
    own.delete(socket);
    if (own.size === 0) idle.delete(key);
  };
  server.on('connection', (socket: Socket) => {
    const key = addressKey(socket.remoteAddress ?? null);
    const own = idle.get(key) ?? new Map<Socket, number>();
    idle.set(key, own.set(socket, performance.now()));
    keys.set(socket, key);
    socket.on('close', () => forget(socket));
    for (const [oldest, since] of own) {
      const tooMany = own.size > maxIdle && performance.now() - since >= graceMs;
      if (!tooMany && own.size <= MAX_IDLE_WITHIN_GRACE) break;
      forget(oldest);
      oldest.destroy();
    }
  });
  const onRequest = ({ socket }: IncomingMessage) => forget(socket);
  server.on('request', onRequest).on('upgrade', onRequest);
}
