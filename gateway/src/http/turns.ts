import type { IncomingMessage, RequestListener } from 'node:http';
import { addressKey } from '@tessera/platform';
import { clientAddressOf } from '../limits/client-address.js';

/** Milliseconds of a turn of the event loop after which no further request is begun in it. */
const SHARE_MS = 3;
/**
 * Where so many wait, and the first of an address has for so many milliseconds, more come from there than can be begun:
 * further ones are refused. Time alone says little: a process that gets no processor for a moment makes a single browser's
 * handful of requests wait as long.
 */
const PATIENCE_MS = 100;
const FEW = 32;
/** Whether this process is alive and ready is answered whatever the load, or it would be taken for dead because of it. */
const HEALTH = /^\/(healthz|readyz)$/;

interface Waiting {
  work: () => void;
  since: number;
}

/**
 * Does in one turn of the event loop only as much as takes three milliseconds, and lets the rest wait: of one address in the
 * order in which it came, and the addresses go round. So whoever sends a flood, or bodies that take long to read, waits for
 * himself, and others for no more than what is in work.
 *
 * Node accepts one new connection a turn (libuv since 1.45), and a turn reads all connections that have something to read.
 * Under twice the load that it can bear, with 500 clients, a turn lasted a quarter of a second, and whoever came new waited
 * for up to a minute to be accepted at all. Turns that are short accept hundreds a second, however much is waiting.
 */
export class Turns {
  /** By address, the next one first. */
  private readonly queues = new Map<string, Waiting[]>();
  private count = 0;
  /** 0: nothing was begun in this turn so far. */
  private ends = 0;

  /** @returns whether there is time at once; then the caller does it now */
  private hasTime(): boolean {
    if (this.count > 0) return false;
    if (this.ends === 0) this.begin();
    return performance.now() < this.ends;
  }

  /** Does it now, or when it is its turn. @param who an address */
  run(who: () => string, work: () => void): void {
    if (this.hasTime()) work();
    else this.wait(this.queueOf(who()), work);
  }

  /** The same for what has not begun, and may be refused because others of its address wait too long already. */
  runOrRefuse(who: () => string, work: () => void, refuse: () => void): void {
    if (this.hasTime()) return work();
    const queue = this.queueOf(who());
    const [first] = queue;
    if (first && this.count >= FEW && performance.now() - first.since > PATIENCE_MS) refuse();
    else this.wait(queue, work);
  }

  private queueOf(who: string): Waiting[] {
    const queue = this.queues.get(who) ?? [];
    if (queue.length === 0) this.queues.set(who, queue);
    return queue;
  }

  private wait(queue: Waiting[], work: () => void): void {
    queue.push({ work, since: performance.now() });
    this.count++;
  }

  private begin(): void {
    this.ends = performance.now() + SHARE_MS;
    setImmediate(() => {
      this.ends = 0;
      if (this.count === 0) return;
      this.begin();
      this.one();
    });
  }

  private one(): void {
    const [who, queue] = this.queues.entries().next().value!;
    const next = queue.shift()!;
    this.count--;
    this.queues.delete(who);
    if (queue.length > 0) this.queues.set(who, queue);
    next.work();
    // As a microtask, so that those of the one before are in the time.
    if (this.count > 0) queueMicrotask(() => this.count > 0 && performance.now() < this.ends && this.one());
  }
}

/** Begins requests in short turns, and refuses those for whom there will be no time. */
export function inShortTurns(
  handle: RequestListener,
  refuse: RequestListener,
  turns = new Turns(),
  trustedProxies = 0,
): RequestListener {
  return (request, response) => {
    if (HEALTH.test(request.url!)) return void handle(request, response);
    turns.runOrRefuse(
      () => whoAsks(request, trustedProxies),
      // Whoever has gone meanwhile is not worth any work.
      () => void (response.destroyed || handle(request, response)),
      () => void refuse(request, response),
    );
  };
}

const whoAsks = (request: IncomingMessage, trustedProxies: number): string =>
  addressKey(clientAddressOf(request, trustedProxies));
