import { MAX_DEPTH } from './json-text.js';

type Fault = 'TOO_LONG' | 'MALFORMED' | null;

/**
 * What is wrong with free JSON that is to be stored: it is larger than so many bytes as JSON, or nested too deeply; or one of
 * its texts or names has what Postgres does not store, NUL or half a character. The values count, not their serialised form:
 * there a backslash that people typed and an escape look alike. The work ends where the value has become too large.
 * @param exact what is passed on must be what was sent: no integer beyond 2^53, which reading has rounded
 */
export function jsonFaultOf(value: unknown, maxBytes: number, { exact = false } = {}): Fault {
  const walk = new Walk(maxBytes, exact);
  return walk.fault(value, 0);
}

class Walk {
  constructor(
    private left: number,
    private readonly exact: boolean,
  ) {}

  fault(value: unknown, depth: number): Fault {
    if (typeof value === 'string') return this.text(value);
    if (typeof value === 'number' && !this.isAsSent(value)) return 'MALFORMED';
    if (typeof value !== 'object' || value === null) return this.take(String(value).length);
    if (depth >= MAX_DEPTH) return 'MALFORMED';
    return Array.isArray(value) ? this.list(value, depth + 1) : this.object(value, depth + 1);
  }

  private isAsSent(value: number): boolean {
    return this.exact && Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
  }

  private list(items: unknown[], depth: number): Fault {
    let found: Fault = this.take(2 + Math.max(0, items.length - 1));
    for (let i = 0; i < items.length && !found; i++) found = this.fault(items[i], depth);
    return found;
  }

  private object(value: object, depth: number): Fault {
    const fields = Object.entries(value);
    // Each field has a colon and, but for the last, a comma.
    let found: Fault = this.take(fields.length ? 1 : 2);
    for (const [name, inner] of fields) {
      found ??= this.take(2) ?? this.text(name) ?? this.fault(inner, depth);
      if (found) break;
    }
    return found;
  }

  private text(text: string): Fault {
    if (text.length > this.left) return 'TOO_LONG';
    if (text.includes('\0') || !text.isWellFormed()) return 'MALFORMED';
    return this.take(Buffer.byteLength(JSON.stringify(text)));
  }

  private take(bytes: number): 'TOO_LONG' | null {
    this.left -= bytes;
    return this.left < 0 ? 'TOO_LONG' : null;
  }
}
