/** A point on the monotonic clock, so that a jump of the wall clock neither expires nor extends a request. */
export class Deadline {
  private constructor(private readonly at: number) {}

  static in(milliseconds: number): Deadline {
    return new Deadline(performance.now() + milliseconds);
  }

  /** Milliseconds left; may be negative. */
  get remaining(): number {
    return this.at - performance.now();
  }

  get expired(): boolean {
    return this.remaining <= 0;
  }
}
