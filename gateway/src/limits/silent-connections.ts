import { addressKey } from '@tessera/platform';
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** Connections of one address that have not yet asked anything; beyond, the oldest makes room. A browser opens six. */
const MOST = 256;
/** An office that comes all at once is not silent, only many: younger ones make no room for others. Milliseconds. */
const GRACE_MS = 3_000;
/** Not even for a moment are there more. */
const MOST_AT_ONCE = 4_096;

/**
 * Lets no address hold connections that say nothing, each of which costs a descriptor until its time for the headers is over.
 * Where proxies stand in front, all connections are theirs, and so is this.
 */
export function boundSilence(server: Server, trustedProxies: number, most = MOST, grace = GRACE_MS): void {
  if (trustedProxies > 0) return;
  const keys = new Map<Socket, string>();
  /** By key, with when each came, the oldest first. */
  const silent = new Map<string, Map<Socket, number>>();
  const forget = (socket: Socket) => {
    const key = keys.get(socket);
    if (key === undefined) return;
    keys.delete(socket);
    const own = silent.get(key)!;
    own.delete(socket);
    if (own.size === 0) silent.delete(key);
  };
  server.on('connection', (socket: Socket) => {
    const key = addressKey(socket.remoteAddress ?? null);
    const own = silent.get(key) ?? new Map<Socket, number>();
    silent.set(key, own.set(socket, performance.now()));
    keys.set(socket, key);
    socket.on('close', () => forget(socket));
    for (const [oldest, since] of own) {
      const tooMany = own.size > most && performance.now() - since >= grace;
      if (!tooMany && own.size <= MOST_AT_ONCE) break;
      forget(oldest);
      oldest.destroy();
    }
  });
  const spoke = ({ socket }: IncomingMessage) => forget(socket);
  server.on('request', spoke).on('upgrade', spoke);
}
