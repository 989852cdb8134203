/** How many there are of each. */
export class Tally {
  private readonly counts = new Map<string, number>();

  get size(): number {
    return this.counts.size;
  }
  of(who: string): number {
    return this.counts.get(who) ?? 0;
  }
  add(who: string): void {
    this.counts.set(who, this.of(who) + 1);
  }
  remove(who: string): void {
    const left = this.of(who) - 1;
    if (left > 0) this.counts.set(who, left);
    else this.counts.delete(who);
  }
  most(): string | null {
    let most: string | null = null;
    for (const [who, count] of this.counts) if (most === null || count > this.of(most)) most = who;
    return most;
  }
}
