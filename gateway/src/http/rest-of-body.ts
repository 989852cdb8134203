import type { IncomingMessage } from 'node:http';

/** How much, and how long, a client may go on sending what nobody wants any more. */
const BYTES = 64 * 2 ** 20;
const MS = 10_000;

/**
 * Takes, and forgets, what a client still sends after its request has failed. Many send all of it before they look at the
 * answer; one whose connection is closed meanwhile learns of a broken pipe and not why it was refused.
 * @returns whether that was all; false when the client has gone, or has more than a little
 */
export function takeRest(req: IncomingMessage): Promise<boolean> {
  return new Promise((resolve) => {
    if (req.complete || req.destroyed) return resolve(req.complete);
    let left = BYTES;
    const end = () => {
      clearTimeout(timer);
      req.removeListener('data', count).removeListener('end', end).removeListener('close', end);
      resolve(req.complete);
    };
    const count = (chunk: Buffer) => {
      if ((left -= chunk.length) < 0) end();
    };
    const timer = setTimeout(end, MS);
    req.removeAllListeners('data').on('data', count).on('end', end).on('close', end);
    req.resume();
  });
}
