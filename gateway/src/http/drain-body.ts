import type { IncomingMessage } from 'node:http';

/** How much, and how long, a client may go on sending after its request has failed. */
const MAX_DRAIN_BYTES = 64 * 2 ** 20;
const DRAIN_TIMEOUT_MS = 10_000;

/**
 * Reads and discards what a client still sends after its request has failed. Many clients send all of it before they look at
 * the answer; one whose connection is closed meanwhile learns of a broken pipe and not why it was refused.
 * @returns whether the body has ended; false when the client has disconnected or goes on for longer
 */
export function drainBody(req: IncomingMessage): Promise<boolean> {
  return new Promise((resolve) => {
    if (req.complete || req.destroyed) return resolve(req.complete);
    let left = MAX_DRAIN_BYTES;
    const end = () => {
      clearTimeout(timer);
      req.removeListener('data', count).removeListener('end', end).removeListener('close', end);
      resolve(req.complete);
    };
    const count = (chunk: Buffer) => {
      if ((left -= chunk.length) < 0) end();
    };
    const timer = setTimeout(end, DRAIN_TIMEOUT_MS);
    req.removeAllListeners('data').on('data', count).on('end', end).on('close', end);
    req.resume();
  });
}
