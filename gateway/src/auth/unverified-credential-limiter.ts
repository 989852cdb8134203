import { addressKey, refuse, type Deadline } from '@tessera/platform';
import type { CallerLimits } from '../limits/caller-limits.js';

/** Budget that a request still needs after it has waited. */
const MIN_REMAINING_MS = 2_000;

/**
 * Counts credentials that may turn out invalid by their address before identity verifies them, so that no number at once
 * passes. Where verifications in flight alone fill the limit, further ones wait for them: after a restart of the gateway a
 * whole office comes back at once, with valid credentials.
 */
export class UnverifiedCredentialLimiter {
  /** Verifications in flight, by address. */
  private readonly running = new Map<string, Set<Promise<void>>>();

  constructor(private readonly limits: CallerLimits) {}

  /**
   * @returns ends the verification; called after the token was given back, or waiting requests would find no room
   * @throws Refusal TOO_MANY_REQUESTS
   */
  async acquire(address: string, deadline: Deadline): Promise<() => void> {
    const key = addressKey(address);
    for (;;) {
      const retryAfter = this.limits.tryTake(address, 'unproved');
      if (retryAfter === 0) return this.add(key);
      const others = this.running.get(key);
      if (!others || deadline.remaining < MIN_REMAINING_MS) refuse('TOO_MANY_REQUESTS', { retryAfter });
      await Promise.race(others);
    }
  }

  /** @throws Refusal TOO_MANY_REQUESTS where {@link acquire} would without waiting; takes nothing */
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
