interface Bucket {
  tokens: number;
  at: number;
}

/** Keys that are remembered; beyond, the one used longest ago is forgotten, which harms nobody: its bucket is full, or nearly. */
const MAX_KEYS = 100_000;

/** Token buckets by key: so many a second, with bursts. Taken before the act, so that no number at once passes. */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly rate: number,
    private readonly burst: number,
  ) {}

  /** @returns 0, or the seconds after which there is room again */
  take(key: string): number {
    const bucket = this.bucketOf(key);
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / this.rate));
    bucket.tokens -= 1;
    return 0;
  }

  /** What was taken for something that did not come to be. */
  giveBack(key: string): void {
    const bucket = this.bucketOf(key);
    bucket.tokens = Math.min(this.burst, bucket.tokens + 1);
  }

  private bucketOf(key: string): Bucket {
    const now = performance.now();
    const bucket = this.buckets.get(key) ?? { tokens: this.burst, at: now };
    bucket.tokens = Math.min(this.burst, bucket.tokens + ((now - bucket.at) / 1000) * this.rate);
    bucket.at = now;
    // Re-inserted, so that the map's order is the order of last use.
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    if (this.buckets.size > MAX_KEYS) this.buckets.delete(this.buckets.keys().next().value!);
    return bucket;
  }
}
