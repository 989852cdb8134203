import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** Milliseconds of a turn of the event loop after which no further request is begun in it. */
const SHARE_MS = 3;
/**
 * Where so many wait, and the first has for so many milliseconds, more come than can be begun: further ones are refused. Time
 * alone says little: a process that gets no processor for a moment makes a single browser's handful of requests wait as long.
 */
const PATIENCE_MS = 100;
const FEW = 32;
/** Whether this process is alive and ready is answered whatever the load, or it would be taken for dead because of it. */
const HEALTH = /^\/(healthz|readyz)$/;

interface Waiting {
  request: IncomingMessage;
  response: ServerResponse;
  since: number;
}

/**
 * Begins requests in the order in which they came, in one turn of the event loop only as many as take three milliseconds, and
 * refuses those for whom there will be no time.
 *
 * Node accepts one new connection a turn (libuv since 1.45), and a turn reads all connections that have something to read.
 * Under twice the load that it can bear, with 500 clients, a turn lasted a quarter of a second, and whoever came new waited
 * for up to a minute to be accepted at all. Turns that are short accept hundreds a second, however much is waiting.
 */
export function inShortTurns(handle: RequestListener, refuse: RequestListener): RequestListener {
  const waiting: Waiting[] = [];
  /** 0: nothing was begun in this turn so far. */
  let ends = 0;
  const begin = () => {
    ends = performance.now() + SHARE_MS;
    setImmediate(nextTurn);
  };
  const nextTurn = () => {
    ends = 0;
    if (waiting.length === 0) return;
    begin();
    one();
  };
  const one = () => {
    const next = waiting.shift();
    // Whoever has gone meanwhile is not worth any work.
    if (next && !next.response.destroyed) void handle(next.request, next.response);
    // As a microtask, so that those of the one before are in the time.
    if (waiting.length > 0) queueMicrotask(() => performance.now() < ends && one());
  };
  return (request, response) => {
    const first = waiting[0];
    if (!first && ends === 0) begin();
    else if ((first || performance.now() >= ends) && !HEALTH.test(request.url!)) {
      const since = performance.now();
      if (waiting.length >= FEW && since - first!.since > PATIENCE_MS) void refuse(request, response);
      else waiting.push({ request, response, since });
      return;
    }
    void handle(request, response);
  };
}
