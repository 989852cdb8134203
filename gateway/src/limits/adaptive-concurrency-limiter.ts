import { Tally } from './tally.js';

export interface LimiterOptions {
  /** Requests in flight at most, however fast the answers come; slow ones count here too. */
  maxLimit: number;
  /** A latency estimate above this means that too much is in flight. */
  targetMs: number;
  /** Share of the limit that only keys without a request in flight may use; none if left out. */
  reservedShare?: number;
  /** Time that a request waits in the queue at most; {@link QUEUE_TIMEOUT_MS} if left out. */
  queueTimeoutMs?: number;
  /** Length of the queue at most; the limit if left out. */
  maxQueue?: number;
  now?: () => number;
}

/** Ends a request. @param latencyMs its time in flight; left out where it says nothing about load, as when nothing answered */
type Release = (latencyMs?: number) => void;

interface QueuedRequest {
  key: string;
  admit: (release: Release) => void;
  refuse: () => void;
  timer: NodeJS.Timeout;
}

/**
 * The limit never falls below this: as many as a service has connections to its database, and a few on their way. More only
 * wait there, and take processor time from refusing the others.
 */
const MIN_LIMIT = 12;
const INITIAL_LIMIT = 64;
const QUEUE_TIMEOUT_MS = 500;
/**
 * The latency estimate is the quantile that a third of the answers stay below. With too much in flight all answers are slow;
 * when one of two instances hangs, half are, and a lower limit would not help.
 */
const LATENCY_QUANTILE = 1 / 3;
/** How far one answer moves the estimate, as a share of it. */
const ESTIMATE_STEP = 0.1;
/** Factor by which the limit shrinks when the estimate is above the target. */
const DECREASE_FACTOR = 0.8;
/** A request in flight for this many times the target waits for something other than load, and leaves its slot to another. */
const SLOW_AFTER_TARGETS = 4;

/**
 * Adaptive concurrency limit of one service: admits as many requests at once as the service answers in good time, queues a
 * few, and refuses the rest before they cost anything. The limit grows by one while all of it is used and answers are quick,
 * and shrinks by a fifth when they are not. So a machine under twice the load that it can bear answers half of it, instead
 * of all of it too late; and a service that hangs takes up no more than its own limit.
 *
 * Slots are shared fairly by key: the next one goes to the key with the fewest requests in flight, and a full queue drops a
 * request of the key with the most queued to make room for one of a key with fewer. So one address, or ten, that send a
 * flood share what all others leave over.
 */
export class AdaptiveConcurrencyLimiter {
  inFlight = 0;
  private slowInFlight = 0;
  /** Not rounded, since it grows by fractions. */
  private exactLimit: number;
  private latencyEstimate: number;
  private lastDecreaseAt = -Infinity;
  private readonly queue = new Set<QueuedRequest>();
  private readonly inFlightByKey = new Tally();
  private readonly queuedByKey = new Tally();
  private readonly now: () => number;

  constructor(private readonly options: LimiterOptions) {
    this.exactLimit = Math.min(INITIAL_LIMIT, options.maxLimit);
    this.latencyEstimate = options.targetMs / 4;
    this.now = options.now ?? (() => performance.now());
  }

  /** How many requests may be in flight at the moment. */
  get limit(): number {
    return Math.floor(this.exactLimit);
  }

  get queueLength(): number {
    return this.queue.size;
  }

  /** Seconds after which none of the requests that are queued now is queued any more. */
  get retryAfter(): number {
    return Math.ceil((this.options.queueTimeoutMs ?? QUEUE_TIMEOUT_MS) / 1_000);
  }

  private get queueIsFull(): boolean {
    return this.queue.size >= (this.options.maxQueue ?? this.limit);
  }

  /** Whether another request of this key would be refused at once. */
  isFull(key = ''): boolean {
    return !this.hasSlotFor(key) && this.queueIsFull && this.droppableFor(key) === null;
  }

  private get hasSlot(): boolean {
    return this.inFlight - this.slowInFlight < this.limit && this.inFlight < this.options.maxLimit;
  }

  private hasSlotFor(key: string): boolean {
    if (!this.hasSlot) return false;
    const { reservedShare } = this.options;
    return (
      reservedShare === undefined ||
      this.inFlightByKey.of(key) === 0 ||
      this.inFlight < Math.floor(this.limit * (1 - reservedShare))
    );
  }

  /**
   * Calls `admit` or `refuse`, perhaps at once. An admitted request calls `release` when its answer is made.
   * @param key whose share the request is taken from, e.g. an address
   */
  acquire(admit: (release: Release) => void, refuse: () => void, key = ''): void {
    if (this.hasSlotFor(key) && (this.queue.size === 0 || this.options.reservedShare !== undefined)) {
      this.admit(admit, key);
      return;
    }
    if (this.queueIsFull) {
      const droppable = this.droppableFor(key);
      if (!droppable) return refuse();
      this.drop(droppable);
    }
    const queued: QueuedRequest = {
      key,
      admit,
      refuse,
      timer: setTimeout(() => this.drop(queued), this.options.queueTimeoutMs ?? QUEUE_TIMEOUT_MS),
    };
    this.queue.add(queued);
    this.queuedByKey.add(key);
  }

  /** The newest request of the key with the most queued, if those are more than `key` would have with one more. */
  private droppableFor(key: string): QueuedRequest | null {
    const longest = this.queuedByKey.largest();
    if (longest === null || this.queuedByKey.of(longest) <= this.queuedByKey.of(key) + 1) return null;
    let newest: QueuedRequest | null = null;
    for (const queued of this.queue) if (queued.key === longest) newest = queued;
    return newest;
  }

  private admit(admit: QueuedRequest['admit'], key: string): void {
    this.inFlight++;
    this.inFlightByKey.add(key);
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      this.slowInFlight++;
      this.admitNext();
    }, SLOW_AFTER_TARGETS * this.options.targetMs);
    admit((latencyMs) => {
      clearTimeout(timer);
      if (latencyMs !== undefined) this.adapt(latencyMs);
      this.inFlight--;
      this.inFlightByKey.remove(key);
      if (isSlow) this.slowInFlight--;
      this.admitNext();
    });
  }

  private admitNext(): void {
    while (this.queue.size > 0) {
      const next = this.next();
      if (!next) break;
      this.dequeue(next);
      this.admit(next.admit, next.key);
    }
  }

  /** Of the requests that have a slot, the oldest of the key with the fewest in flight. */
  private next(): QueuedRequest | null {
    let best: QueuedRequest | null = null;
    for (const queued of this.queue) {
      if (best && this.inFlightByKey.of(queued.key) >= this.inFlightByKey.of(best.key)) continue;
      if (this.hasSlotFor(queued.key)) best = queued;
      if (best && this.inFlightByKey.of(best.key) === 0) break;
    }
    return best;
  }

  private dequeue(queued: QueuedRequest): void {
    clearTimeout(queued.timer);
    this.queue.delete(queued);
    this.queuedByKey.remove(queued.key);
  }

  private drop(queued: QueuedRequest): void {
    this.dequeue(queued);
    queued.refuse();
  }

  private adapt(latencyMs: number): void {
    const { targetMs, maxLimit } = this.options;
    this.latencyEstimate *=
      latencyMs < this.latencyEstimate
        ? 1 - ESTIMATE_STEP * (1 - LATENCY_QUANTILE)
        : 1 + ESTIMATE_STEP * LATENCY_QUANTILE;
    this.latencyEstimate = Math.min(Math.max(this.latencyEstimate, targetMs / 100), targetMs * 2);
    if (this.latencyEstimate > targetMs) {
      const now = this.now();
      // What is in flight now was admitted before the last decrease: its answers say nothing about it.
      if (now - this.lastDecreaseAt < targetMs) return;
      this.lastDecreaseAt = now;
      this.exactLimit = Math.max(Math.min(MIN_LIMIT, maxLimit), this.exactLimit * DECREASE_FACTOR);
    } else if (this.inFlight - this.slowInFlight >= this.limit)
      this.exactLimit = Math.min(maxLimit, this.exactLimit + 1 / this.exactLimit);
  }
}
