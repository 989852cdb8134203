/** Keys that were seen lately: at most so many, of which the oldest are forgotten first, and for at most so long. */
export class Remembered {
  private readonly until = new Map<string, number>();

  /** @param lasts milliseconds */
  constructor(
    private readonly most: number,
    private readonly lasts: number,
  ) {}

  add(key: string): void {
    this.until.delete(key);
    this.until.set(key, performance.now() + this.lasts);
    if (this.until.size > this.most) this.until.delete(this.until.keys().next().value!);
  }

  has(key: string): boolean {
    const until = this.until.get(key);
    if (until === undefined) return false;
    if (until > performance.now()) return true;
    this.until.delete(key);
    return false;
  }

  delete(key: string): void {
    this.until.delete(key);
  }
}
