import { addressKey, refuse, type Deadline } from '@tessera/platform';
import type { CallerLimits } from '../limits/caller-limits.js';

/** What a request needs after it has waited, in milliseconds. */
const RESERVE_MS = 2_000;

/**
 * Credentials that may turn out wrong count for their address before identity is asked, so that no number at once passes. Where
 * those that are asked about just now alone fill the limit, others wait for them: after a restart of the gateway a whole office
 * comes back at once, and all of it is right.
 */
export class Proving {
  /** By address: what ends when the question does. */
  private readonly running = new Map<string, Set<Promise<void>>>();

  constructor(private readonly limits: CallerLimits) {}

  /**
   * @returns to be called at the end, after what was taken has been given back, or who waits would find no room
   * @throws Refusal TOO_MANY_REQUESTS
   */
  async begin(address: string, deadline: Deadline): Promise<() => void> {
    const key = addressKey(address);
    for (;;) {
      const retryAfter = this.limits.tryTake(address, 'unproved');
      if (retryAfter === 0) return this.add(key);
      const others = this.running.get(key);
      if (!others || deadline.remaining < RESERVE_MS) refuse('TOO_MANY_REQUESTS', { retryAfter });
      await Promise.race(others);
    }
  }

  /** @throws Refusal TOO_MANY_REQUESTS where {@link begin} would without waiting; nothing is taken */
  requireRoom(address: string): void {
    if (!this.running.has(addressKey(address))) this.limits.requireRoom(address, 'unproved');
  }

  private add(key: string): () => void {
    const others = this.running.get(key) ?? new Set();
    let ended = (): void => undefined;
    const one = new Promise<void>((resolve) => (ended = resolve));
    this.running.set(key, others.add(one));
    return () => {
      others.delete(one);
      if (others.size === 0) this.running.delete(key);
      ended();
    };
  }
}
