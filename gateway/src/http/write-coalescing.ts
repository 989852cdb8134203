import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Writable, type Duplex } from 'node:stream';

/**
 * Writes all answers of one iteration of the event loop one after the other at its end. Written one by one, with the work for
 * the next request in between, each write wakes its reader, which has gone to sleep again meanwhile: with clients or a proxy on
 * the same machine that was half of what a check-in cost (docs/decisions/0016). No answer waits longer than the iteration.
 */
export function coalesceWritesPerTick(server: Server): void {
  const corked = new Set<Socket>();
  const flush = () => {
    for (const socket of corked) Writable.prototype.uncork.call(socket);
    corked.clear();
  };
  function uncork(this: Socket): void {
    // One of several, or nothing to write.
    if (this.writableCorked !== 1 || this.writableLength === 0) return Writable.prototype.uncork.call(this);
    if (corked.add(this).size === 1) setImmediate(flush);
  }
  // Node's server corks a connection while it writes the head and the body of an answer, and then calls this.
  server.on('connection', (socket) => void (socket.uncork = uncork));
}

/**
 * For a connection that is written to on and on, whose unwritten bytes show that its client does not read: several events of
 * one iteration would look like that.
 */
export function disableWriteCoalescing(socket: Partial<Pick<Duplex, 'uncork'>>): void {
  delete socket.uncork;
}
