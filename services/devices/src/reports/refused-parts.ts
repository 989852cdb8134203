import { validate, type FieldError, type RefusedPart, type Shape } from '@tessera/contracts';

/** A device's owner reads no more than this. */
const MAX_PARTS = 100;

/**
 * Gathers what is not taken of something that a device has sent. A device repeats what is refused as a whole, so whatever can
 * be read is taken and the rest is named.
 */
export class RefusedParts {
  readonly parts: RefusedPart[] = [];

  add(part: string, code: string): void {
    if (this.parts.length < MAX_PARTS) this.parts.push({ part: part.slice(0, 100), code });
  }

  /** Whether anything below a part was refused. */
  has(part: string): boolean {
    return this.parts.some((p) => p.part === part || p.part.startsWith(`${part}/`));
  }

  /** The items of a list, as far as it may be long. */
  items(given: unknown, part: string, most: number): [unknown, string][] | null {
    if (!Array.isArray(given)) {
      this.add(part, 'WRONG_TYPE');
      return null;
    }
    if (given.length > most) this.add(`${part}/${most}`, 'TOO_MANY');
    return given.slice(0, most).map((item: unknown, n) => [item, `${part}/${n}`]);
  }

  /** Names what is wrong with a value; one that fits is put into its canonical form, in place. @returns whether nothing is */
  check(shape: Shape, value: unknown, part: string): boolean {
    const [fault] = validate(shape, value, 'tolerant');
    if (fault) this.add(pathOf(part, fault), fault.code);
    return !fault;
  }
}

const pathOf = (part: string, { field }: FieldError): string => [part, field].filter(Boolean).join('/');
