/** Reads the fields of a payload and refuses what is not of the documented shape. Unknown fields are ignored, so that
 *  a later release may add some within the same version. */
import { jsonFlaw } from './json-text.js';

export class InvalidPayload extends Error {}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const ISO_TIME = /^(?:19[7-9]|[2-9]\d\d)\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What `read` makes of a payload, or the reason why it is not of the documented shape. */
export function tryRead<T>(payload: PayloadFields, read: (payload: PayloadFields) => T): T | InvalidPayload {
  try {
    return read(payload);
  } catch (error) {
    if (error instanceof InvalidPayload) return error;
    throw error;
  }
}

export class PayloadFields {
  private constructor(
    private readonly fields: Record<string, unknown>,
    /** Empty at the top, `product.` or `applications[2].` below. */
    private readonly path: string,
  ) {}

  /** @throws InvalidPayload if the bytes are not the UTF-8 text of a JSON object. */
  static fromBytes(payload: Uint8Array): PayloadFields {
    let text: string;
    let value: unknown;
    try {
      text = utf8.decode(payload);
      value = JSON.parse(text);
    } catch {
      throw new InvalidPayload('the payload is not JSON');
    }
    const flaw = jsonFlaw(text);
    if (flaw) throw new InvalidPayload(`the payload is ${flaw}`);
    return PayloadFields.of(value, 'the payload', '');
  }

  private static of(value: unknown, name: string, path = `${name}.`): PayloadFields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new InvalidPayload(`${name} is not an object`);
    }
    return new PayloadFields(value as Record<string, unknown>, path);
  }

  /** One line of text: 1 to 256 code points, see LINE. */
  text(name: string): string {
    const value = this.get(name);
    if (!isLine(value)) this.refuse(name, 'a line of 1 to 256 characters');
    return value;
  }

  textOrNull(name: string): string | null {
    return this.get(name) === null ? null : this.text(name);
  }

  /** Of a field that a later release has added. */
  textOrAbsent(name: string): string | undefined {
    return this.get(name) === undefined ? undefined : this.text(name);
  }

  /** Text that matches as a whole; `shape` names the pattern in the refusal. */
  matching(name: string, pattern: RegExp, shape: string): string {
    const value = this.text(name);
    if (!pattern.test(value)) this.refuse(name, shape);
    return value;
  }

  /** A moment in UTC, `2027-01-31T00:00:00.000Z`, this one spelling only; from 1970 to 9999. */
  time(name: string): string {
    const value = this.matching(name, ISO_TIME, 'a time in UTC');
    const milliseconds = Date.parse(value);
    if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString() !== value)
      this.refuse(name, 'a time in UTC');
    return value;
  }

  /** 32 bytes, as 43 characters of base64url. */
  bytes32(name: string): string {
    const value = this.text(name);
    const bytes = Buffer.from(value, 'base64url');
    if (bytes.length !== 32 || bytes.toString('base64url') !== value)
      this.refuse(name, '32 bytes in base64url');
    return value;
  }

  bytes32OrNull(name: string): string | null {
    return this.get(name) === null ? null : this.bytes32(name);
  }

  integer(name: string, least: number): number {
    const value = this.get(name);
    if (!Number.isSafeInteger(value) || (value as number) < least)
      this.refuse(name, `an integer of at least ${least}`);
    return value as number;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T {
    const value = this.get(name);
    if (!allowed.includes(value as T)) this.refuse(name, `one of ${allowed.join(', ')}`);
    return value as T;
  }

  object(name: string): PayloadFields {
    return PayloadFields.of(this.get(name), this.path + name);
  }

  objects(name: string): PayloadFields[] {
    return this.list(name).map((item, at) => PayloadFields.of(item, `${this.path}${name}[${at}]`));
  }

  texts(name: string): string[] {
    const values = this.list(name);
    if (!values.every(isLine)) this.refuse(name, 'a list of lines of 1 to 256 characters');
    return values as string[];
  }

  private list(name: string): unknown[] {
    const value = this.get(name);
    if (!Array.isArray(value)) this.refuse(name, 'a list');
    return value as unknown[];
  }

  /** Own fields only: `toString` and `__proto__` are no fields of a payload. */
  private get(name: string): unknown {
    return Object.hasOwn(this.fields, name) ? this.fields[name] : undefined;
  }

  private refuse(name: string, expected: string): never {
    throw new InvalidPayload(`${this.path}${name} is not ${expected}`);
  }
}

/** 1 to 256 code points; none of them a control character (U+0000–001F, U+007F–009F), a line or paragraph separator
 *  (U+2028, U+2029), or half of a surrogate pair. */
const LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029]{1,256}$/u;

function isLine(value: unknown): value is string {
  return typeof value === 'string' && LINE.test(value);
}
