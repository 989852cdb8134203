import { randomBytes } from 'node:crypto';

const TRACE_ID_BYTES = 16;
const SPAN_ID_DIGITS = 16;

/** A W3C trace context (`traceparent`): 16 bytes of trace id, 8 of span id, flags; in hex. */
export class Trace {
  private constructor(
    readonly traceId: string,
    readonly spanId: string,
    readonly flags: string,
  ) {}

  /** Nobody's span is its parent. The header needs one all the same: its digits are those of the trace, so that it is known. */
  static start(): Trace {
    const traceId = randomBytes(TRACE_ID_BYTES).toString('hex');
    return new Trace(traceId, traceId.slice(0, SPAN_ID_DIGITS), '01');
  }

  /** Whether no span is its parent, in this process or in the sender's. */
  get isRoot(): boolean {
    return this.traceId.startsWith(this.spanId);
  }

  /** Goes on with the caller's trace, or starts one when the header is missing or malformed. */
  static from(header: string | null | undefined): Trace {
    const m = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(header ?? '');
    if (!m || /^0+$/.test(m[1]!) || /^0+$/.test(m[2]!)) return Trace.start();
    return new Trace(m[1]!, m[2]!, m[3]!);
  }

  with(spanId: string): Trace {
    return new Trace(this.traceId, spanId, this.flags);
  }

  get header(): string {
    return `00-${this.traceId}-${this.spanId}-${this.flags}`;
  }
}
