/** Counts by key. */
export class Tally {
  private readonly counts = new Map<string, number>();

  get size(): number {
    return this.counts.size;
  }
  of(key: string): number {
    return this.counts.get(key) ?? 0;
  }
  add(key: string): void {
    this.counts.set(key, this.of(key) + 1);
  }
  remove(key: string): void {
    const left = this.of(key) - 1;
    if (left > 0) this.counts.set(key, left);
    else this.counts.delete(key);
  }
  /** The key with the highest count; null without any. */
  largest(): string | null {
    let largest: string | null = null;
    for (const [key, count] of this.counts) if (largest === null || count > this.of(largest)) largest = key;
    return largest;
  }
}
