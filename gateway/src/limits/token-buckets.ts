import { lruCache } from '../lru-cache.js';

interface Bucket {
  tokens: number;
  at: number;
}

/** Beyond this the least recently used key is forgotten, whose bucket is full by then, or nearly. */
const MAX_KEYS = 100_000;

/** Token buckets by key. Tokens are taken before the act, so that no number of requests at once passes. */
export class TokenBuckets {
  private readonly buckets = lruCache<Bucket>({ maxEntries: MAX_KEYS });

  constructor(
    private readonly rate: number,
    private readonly burst: number,
  ) {}

  /**
   * @param weight as how many requests it counts
   * @returns 0, or the seconds after which there is room again
   */
  take(key: string, weight = 1): number {
    const bucket = this.bucketOf(key);
    const cost = Math.min(weight, this.burst);
    if (bucket.tokens < cost) return this.secondsUntil(cost, bucket);
    bucket.tokens -= cost;
    return 0;
  }

  /** What {@link take} would return; takes nothing. */
  peek(key: string): number {
    const bucket = this.buckets.get(key);
    if (!bucket || bucket.tokens >= 1) return 0;
    const now = this.bucketOf(key);
    return now.tokens < 1 ? this.secondsUntil(1, now) : 0;
  }

  private secondsUntil(cost: number, { tokens }: Bucket): number {
    return Math.max(1, Math.ceil((cost - tokens) / this.rate));
  }

  /** Returns a token that was taken for an act that did not happen. */
  giveBack(key: string): void {
    const bucket = this.bucketOf(key);
    bucket.tokens = Math.min(this.burst, bucket.tokens + 1);
  }

  private bucketOf(key: string): Bucket {
    const now = performance.now();
    const known = this.buckets.get(key);
    const bucket = known ?? { tokens: this.burst, at: now };
    bucket.tokens = Math.min(this.burst, bucket.tokens + ((now - bucket.at) / 1000) * this.rate);
    bucket.at = now;
    if (!known) this.buckets.set(key, bucket);
    return bucket;
  }
}
