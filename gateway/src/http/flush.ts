import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Writable, type Duplex } from 'node:stream';

/**
 * Lets all answers of one turn of the event loop leave one after the other at its end. Written one by one, with the work for
 * the next request in between, each wakes whoever reads it, who went to sleep again meanwhile: with clients or a proxy on the
 * same machine that was half of what a check-in cost (docs/capacity.md). Nothing waits longer than the turn.
 */
export function flushAtTurnsEnd(server: Server): void {
  const held = new Set<Socket>();
  const flush = () => {
    for (const socket of held) Writable.prototype.uncork.call(socket);
    held.clear();
  };
  function uncork(this: Socket): void {
    // One of several, or nothing to write.
    if (this.writableCorked !== 1 || this.writableLength === 0) return Writable.prototype.uncork.call(this);
    if (held.add(this).size === 1) setImmediate(flush);
  }
  // Node's server corks a connection while it writes the head and the body of an answer, and then says this.
  server.on('connection', (socket) => void (socket.uncork = uncork));
}

/**
 * For a connection that is written to on and on, and on which what is not yet written tells that nobody reads: what several
 * events leave in one turn would look like that.
 */
export function writeAtOnce(socket: Partial<Pick<Duplex, 'uncork'>>): void {
  delete socket.uncork;
}
