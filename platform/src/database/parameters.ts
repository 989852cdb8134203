/** The values of a statement that several parts make up; its text is the same each time, so it can be prepared. */
export class Parameters {
  readonly values: unknown[] = [];

  /** @returns its placeholder; the SQL casts it where Postgres cannot tell the type, as in a list of columns */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}
