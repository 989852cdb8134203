import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { answerEarly } from './early-answer.js';
import { traceAndLanguageOf } from './protocol-check.js';

export interface BodyTimeoutRules {
  /** Time in which a body may come as slowly as it likes. */
  graceMs: number;
  /** Average rate that a body must have kept after the grace. */
  minBytesPerSecond: number;
  /** Time in which all of a body must be there. */
  timeoutMs: number;
  /** An upload may last for hours, but not stall for this long. */
  stallTimeoutMs: number;
  sweepIntervalMs: number;
}

const RULES: BodyTimeoutRules = {
  graceMs: 10_000,
  minBytesPerSecond: 1_024,
  timeoutMs: 60_000,
  stallTimeoutMs: 60_000,
  sweepIntervalMs: 1_000,
};

interface PendingBody {
  request: IncomingMessage;
  response: ServerResponse;
  beganAt: number;
  /** Bytes that the connection had read when the request began, and at the last sweep. */
  bytesAtBegin: number;
  bytesAtSweep: number;
  progressAt: number;
}

const UPLOADS = /^\/api\/v1\/uploads(\/|\?|$)/;

/**
 * Ends requests whose body does not come: 408, and the connection closed, since bytes that come later would be taken for the
 * next request. Node has one time-out for all requests, which a long upload cannot have; so uploads have a rule of their own.
 */
export class BodyTimeouts {
  private readonly pending = new Set<PendingBody>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly headers: OutgoingHttpHeaders,
    private readonly rules: BodyTimeoutRules = RULES,
  ) {
    this.timer = setInterval(() => this.sweep(performance.now()), rules.sweepIntervalMs);
    this.timer.unref();
  }

  /** The listener, with its requests under these time-outs. */
  watching(handle: RequestListener): RequestListener {
    return (request, response) => {
      const { headers } = request;
      // Most bodies come with their heads, and are there at the end of this iteration of the event loop.
      if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0)
        setImmediate(() => this.watch(request, response));
      void handle(request, response);
    };
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private watch(request: IncomingMessage, response: ServerResponse): void {
    if (request.complete || request.socket.destroyed) return;
    const bytes = request.socket.bytesRead;
    const now = performance.now();
    this.pending.add({
      request,
      response,
      beganAt: now,
      bytesAtBegin: bytes,
      bytesAtSweep: bytes,
      progressAt: now,
    });
  }

  private sweep(now: number): void {
    for (const body of this.pending) {
      const { request } = body;
      if (request.complete || request.destroyed || request.socket.destroyed) this.pending.delete(body);
      else if (this.isLate(body, now)) {
        this.pending.delete(body);
        this.end(body);
      }
    }
  }

  private isLate(body: PendingBody, now: number): boolean {
    const { bytesRead } = body.request.socket;
    const { graceMs, minBytesPerSecond, timeoutMs, stallTimeoutMs } = this.rules;
    // A paused request is an upload that waits for the storage: its client cannot send.
    if (bytesRead !== body.bytesAtSweep || body.request.isPaused())
      Object.assign(body, { bytesAtSweep: bytesRead, progressAt: now });
    if (UPLOADS.test(body.request.url!)) return now - body.progressAt > stallTimeoutMs;
    const elapsed = now - body.beganAt;
    const due = ((elapsed - graceMs) / 1_000) * minBytesPerSecond;
    return elapsed > timeoutMs || (elapsed > graceMs && bytesRead - body.bytesAtBegin < due);
  }

  private end({ request, response }: PendingBody): void {
    const { socket } = request;
    if (!response.headersSent)
      answerEarly(
        response,
        { ...traceAndLanguageOf(request), code: 'REQUEST_TIMEOUT', status: 408 },
        this.headers,
      );
    // The answer is written first; a client that does not read it is cut off.
    setTimeout(() => socket.destroy(), 1_000).unref();
  }
}
