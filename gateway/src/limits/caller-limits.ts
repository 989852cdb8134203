import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { addressKey, CONFIG, refuse } from '@tessera/platform';
import type { Config } from '../config.js';
import { TokenBuckets } from './token-buckets.js';

/**
 * Kinds of requests that are counted apart, and how many times the caller's rate and burst each may have.
 * `request` counts by person, or by address without a session. The others count by address alone: files of the portal, of
 * which each page needs some, with a whole office behind one address; probes, so that no client keeps those of an operator
 * away; devices' sockets, which all come back after a restart; requests of vendors' applications and devices, of which a
 * company has thousands behind one address; and credentials that are not known to be valid.
 */
const kinds = { request: 1, file: 10, probe: 10, socket: 5, machine: 10, unproved: 0.5 } as const;
export type Counted = keyof typeof kinds;

/** A body costs time by its size, before it is known what it is worth: it counts as one more request for each of these. */
const BYTES_PER_WEIGHT = 8 * 1024;
/** As how many requests one counts. @param bytes of its body */
export const weightOf = (bytes: number): number => 1 + Math.floor(bytes / BYTES_PER_WEIGHT);

/**
 * Rate limit of each caller, with bursts, in this gateway's memory. It keeps one caller from taking everything; the limits
 * on guessing live with the data they protect.
 */
@Injectable()
export class CallerLimits {
  private readonly buckets: Record<Counted, TokenBuckets>;

  constructor(@Inject(CONFIG) { CALLER_RATE, CALLER_BURST }: Pick<Config, 'CALLER_RATE' | 'CALLER_BURST'>) {
    this.buckets = Object.fromEntries(
      Object.entries(kinds).map(([kind, times]) => [
        kind,
        new TokenBuckets(CALLER_RATE * times, Math.max(1, CALLER_BURST * times)),
      ]),
    ) as Record<Counted, TokenBuckets>;
  }

  /** @throws Refusal TOO_MANY_REQUESTS with the seconds after which there is room again */
  take(caller: string, kind: Counted = 'request', weight = 1): void {
    const retryAfter = this.buckets[kind].take(keyOf(caller), weight);
    if (retryAfter > 0) refuse('TOO_MANY_REQUESTS', { retryAfter });
  }

  /** @returns 0, or the seconds after which there is room again */
  tryTake(caller: string, kind: Counted): number {
    return this.buckets[kind].take(keyOf(caller));
  }

  /** @throws Refusal TOO_MANY_REQUESTS where {@link take} would; takes nothing */
  requireRoom(caller: string, kind: Counted = 'request'): void {
    const retryAfter = this.buckets[kind].peek(keyOf(caller));
    if (retryAfter > 0) refuse('TOO_MANY_REQUESTS', { retryAfter });
  }

  giveBack(caller: string, kind: Counted): void {
    this.buckets[kind].giveBack(keyOf(caller));
  }
}

/** People count by their id. */
const keyOf = (caller: string): string => (isIP(caller) ? addressKey(caller) : caller);
