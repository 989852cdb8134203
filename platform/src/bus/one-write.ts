import type { NatsConnection } from '@nats-io/transport-node';
import type { Inside } from './inside.js';

/**
 * Lets everything that is sent in one turn of the event loop leave in one write. The client writes after each microtask,
 * so under load each message costs a system call of its own and wakes the server once more: almost half of the gateway's
 * time (docs/capacity.md). Nothing waits longer than the turn.
 */
export function writeOncePerTurn(nc: NatsConnection): void {
  const { protocol } = nc as unknown as Inside;
  const flush = protocol?.flushPending?.bind(protocol);
  if (!protocol || !flush) return;
  let planned = false;
  protocol.flushPending = () => {
    if (planned) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      flush();
    });
  };
}
