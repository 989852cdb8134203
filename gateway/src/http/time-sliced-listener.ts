import type { IncomingMessage, RequestListener } from 'node:http';
import { addressKey } from '@tessera/platform';
import { clientAddressOf } from '../limits/client-address.js';

/** Time in one iteration of the event loop after which no further request is begun in it. */
const TIME_SLICE_MS = 3;
/**
 * A request is refused when this many are queued and the oldest of its address has been for this long: more come from there
 * than can be begun. Time alone says little: when a process gets no processor for a moment, a single browser's handful of
 * requests wait as long.
 */
const MAX_QUEUE = 32;
const QUEUE_TIMEOUT_MS = 100;
/** Liveness and readiness are answered whatever the load, or the process would be taken for dead because of it. */
const HEALTH = /^\/(healthz|readyz)$/;

interface QueuedTask {
  run: () => void;
  queuedAt: number;
}

/**
 * Begins tasks for at most a time slice in one iteration of the event loop, and queues the rest: tasks of one address in
 * their order, the addresses round robin. So an address that sends a flood, or bodies that take long to read, delays its own
 * requests, and those of others by no more than what is in work.
 *
 * Node accepts one new connection an iteration (libuv since 1.45), and an iteration reads all connections that have something
 * to read. Under twice the load that the machine can bear, with 500 clients, an iteration lasted a quarter of a second, and
 * new connections waited for up to a minute to be accepted at all. Short iterations accept hundreds a second, however long
 * the queue is.
 */
export class TimeSlicer {
  /** By address; the next one first. */
  private readonly queues = new Map<string, QueuedTask[]>();
  private queued = 0;
  /** 0: nothing was begun in this iteration so far. */
  private sliceEndsAt = 0;

  private hasTime(): boolean {
    if (this.queued > 0) return false;
    if (this.sliceEndsAt === 0) this.beginSlice();
    return performance.now() < this.sliceEndsAt;
  }

  /** Runs the task now, or when its address is next. */
  run(addressOf: () => string, run: () => void): void {
    if (this.hasTime()) run();
    else this.enqueue(this.queueOf(addressOf()), run);
  }

  /** The same for a task that may be refused because others of its address have been queued for too long. */
  runOrRefuse(addressOf: () => string, run: () => void, refuse: () => void): void {
    if (this.hasTime()) return run();
    const queue = this.queueOf(addressOf());
    const [oldest] = queue;
    if (oldest && this.queued >= MAX_QUEUE && performance.now() - oldest.queuedAt > QUEUE_TIMEOUT_MS)
      refuse();
    else this.enqueue(queue, run);
  }

  private queueOf(address: string): QueuedTask[] {
    const queue = this.queues.get(address) ?? [];
    if (queue.length === 0) this.queues.set(address, queue);
    return queue;
  }

  private enqueue(queue: QueuedTask[], run: () => void): void {
    queue.push({ run, queuedAt: performance.now() });
    this.queued++;
  }

  private beginSlice(): void {
    this.sliceEndsAt = performance.now() + TIME_SLICE_MS;
    setImmediate(() => {
      this.sliceEndsAt = 0;
      if (this.queued === 0) return;
      this.beginSlice();
      this.runNext();
    });
  }

  private runNext(): void {
    const [address, queue] = this.queues.entries().next().value!;
    const next = queue.shift()!;
    this.queued--;
    this.queues.delete(address);
    if (queue.length > 0) this.queues.set(address, queue);
    next.run();
    // As a microtask, so that the slice covers those of the task before.
    if (this.queued > 0)
      queueMicrotask(() => this.queued > 0 && performance.now() < this.sliceEndsAt && this.runNext());
  }
}

/** Begins requests in time slices, and refuses those that would be queued for too long. */
export function timeSlicedRequestListener(
  handle: RequestListener,
  refuse: RequestListener,
  slicer = new TimeSlicer(),
  trustedProxies = 0,
): RequestListener {
  return (request, response) => {
    if (HEALTH.test(request.url!)) return void handle(request, response);
    slicer.runOrRefuse(
      () => keyOf(request, trustedProxies),
      // The client disconnected while queued: the request is dropped.
      () => void (response.destroyed || handle(request, response)),
      () => void refuse(request, response),
    );
  };
}

const keyOf = (request: IncomingMessage, trustedProxies: number): string =>
  addressKey(clientAddressOf(request, trustedProxies));
