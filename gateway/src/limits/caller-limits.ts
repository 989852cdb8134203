import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { addressKey, CONFIG, refuse } from '@tessera/platform';
import type { Config } from '../config.js';

interface Bucket {
  tokens: number;
  at: number;
}

/** Callers that are remembered; beyond, the fullest buckets are forgotten first, which harms nobody. */
const MAX_CALLERS = 100_000;

/**
 * A token bucket per caller, in this gateway's memory: so many requests a second, with bursts. It keeps one caller from
 * taking everything; the limits on guessing live with the data they protect.
 */
@Injectable()
export class CallerLimits {
  private readonly buckets = new Map<string, Bucket>();

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'CALLER_RATE' | 'CALLER_BURST'>) {}

  /** @throws Refusal TOO_MANY_REQUESTS with the seconds after which there is room again */
  take(caller: string): void {
    const { CALLER_RATE: rate, CALLER_BURST: burst } = this.config;
    const now = performance.now();
    // People count by their id.
    const key = isIP(caller) ? addressKey(caller) : caller;
    const bucket = this.buckets.get(key) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * rate);
    bucket.at = now;
    // Re-inserted, so that the map's order is the order of last use.
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    if (this.buckets.size > MAX_CALLERS) this.buckets.delete(this.buckets.keys().next().value!);
    if (bucket.tokens < 1) refuse('TOO_MANY_REQUESTS', { retryAfter: Math.ceil((1 - bucket.tokens) / rate) });
    bucket.tokens -= 1;
  }
}
