/** How long changes are kept for streams that begin, and how many. */
export const MAX_AGE_MS = 60_000;
const MAX_KEPT = 20_000;

/**
 * The changes of the last minute, so that a client that first reads and then listens misses none in between: a browser may
 * delay a stream for seconds while it reads, since it opens only six connections to a host.
 */
export class RecentChanges<T> {
  private kept: { at: number; change: T }[] = [];
  /** Since then no change is missing. */
  private completeSince: number;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.completeSince = now();
  }

  add(change: T): void {
    this.kept.push({ at: this.now(), change });
    // Rarely, not at each change: to cut off the old ones moves the others.
    if (this.kept.length >= 2 * MAX_KEPT) this.forget();
  }

  /** Changes may have been lost, so that the kept ones are no complete list any more. */
  gap(): void {
    this.kept = [];
    this.completeSince = this.now();
  }

  /** The changes of the last `ms`, oldest first; null when some of them may be missing. */
  last(ms: number): T[] | null {
    this.forget();
    const since = this.now() - ms;
    if (since < this.completeSince) return null;
    return this.kept.filter(({ at }) => at >= since).map(({ change }) => change);
  }

  private forget(): void {
    const old = this.now() - MAX_AGE_MS;
    const young = this.kept.findIndex(({ at }) => at >= old);
    const cut = Math.max(young === -1 ? this.kept.length : young, this.kept.length - MAX_KEPT);
    if (cut <= 0) return;
    this.completeSince = this.kept[cut - 1]!.at;
    this.kept = this.kept.slice(cut);
  }
}
