/** How long changes are kept for streams that begin, in milliseconds, and how many at most. */
export const KEPT_MS = 60_000;
const KEPT = 20_000;

/**
 * What passed lately, so that a client that first reads and then listens misses nothing in between: a browser may hold
 * a stream back for seconds while it reads, since it opens only six connections to a host.
 */
export class RecentChanges<T> {
  private kept: { at: number; change: T }[] = [];
  /** From when on nothing is missing. */
  private from: number;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.from = now();
  }

  add(change: T): void {
    this.kept.push({ at: this.now(), change });
    // Now and then, not at each: what is cut off is moved, and all are looked at only when a stream begins.
    if (this.kept.length >= 2 * KEPT) this.forget();
  }

  /** Something passed unheard: what came before says nothing about it. */
  gap(): void {
    this.kept = [];
    this.from = this.now();
  }

  /** The changes of the last `ms`, oldest first; null when some of them may be missing. */
  last(ms: number): T[] | null {
    this.forget();
    const since = this.now() - ms;
    if (since < this.from) return null;
    return this.kept.filter(({ at }) => at >= since).map(({ change }) => change);
  }

  private forget(): void {
    const old = this.now() - KEPT_MS;
    const young = this.kept.findIndex(({ at }) => at >= old);
    const cut = Math.max(young === -1 ? this.kept.length : young, this.kept.length - KEPT);
    if (cut <= 0) return;
    this.from = this.kept[cut - 1]!.at;
    this.kept = this.kept.slice(cut);
  }
}
