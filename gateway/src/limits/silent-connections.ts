import { addressKey } from '@tessera/platform';
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** Connections of one address that have not yet asked anything; beyond, the oldest makes room. A browser opens six. */
const MOST = 256;

/**
 * Lets no address hold connections that say nothing, each of which costs a descriptor until its time for the headers is over.
 * Where proxies stand in front, all connections are theirs, and so is this.
 */
export function boundSilence(server: Server, trustedProxies: number, most = MOST): void {
  if (trustedProxies > 0) return;
  const keys = new Map<Socket, string>();
  const silent = new Map<string, Set<Socket>>();
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
    const own = silent.get(key) ?? new Set();
    silent.set(key, own.add(socket));
    keys.set(socket, key);
    socket.on('close', () => forget(socket));
    if (own.size > most) {
      const [oldest] = own;
      forget(oldest!);
      oldest!.destroy();
    }
  });
  const spoke = ({ socket }: IncomingMessage) => forget(socket);
  server.on('request', spoke).on('upgrade', spoke);
}
