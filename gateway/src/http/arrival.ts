import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { by } from './door.js';
import { answerEarly } from './early-answer.js';

export interface ArrivalRules {
  /** Within this a body may come as slowly as it likes. Milliseconds, as all of these. */
  grace: number;
  /** Bytes a second that it must have come with afterwards, on average. */
  rate: number;
  /** Within this all of it must be there. */
  whole: number;
  /** An upload may last for hours, but not stand still for so long. */
  standstill: number;
  sweep: number;
}

const RULES: ArrivalRules = { grace: 10_000, rate: 1_024, whole: 60_000, standstill: 60_000, sweep: 1_000 };

interface Arriving {
  request: IncomingMessage;
  response: ServerResponse;
  since: number;
  /** What the connection had read when the request began, and when it was last looked at. */
  from: number;
  seen: number;
  movedAt: number;
}

const UPLOADS = /^\/api\/v1\/uploads(\/|\?|$)/;

/**
 * Ends requests whose body does not come: 408, and the connection closed, since what comes later would be taken for the next
 * request. Node has one time-out for all requests, which a long upload cannot have; so those alone have a rule of their own.
 */
export class Arrivals {
  private readonly arriving = new Set<Arriving>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly headers: OutgoingHttpHeaders,
    private readonly rules: ArrivalRules = RULES,
  ) {
    this.timer = setInterval(() => this.sweep(performance.now()), rules.sweep);
    this.timer.unref();
  }

  watching(handle: RequestListener): RequestListener {
    return (request, response) => {
      const { headers } = request;
      // Most bodies come with their heads, and are there when this turn of the event loop ends.
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
    const from = request.socket.bytesRead;
    const now = performance.now();
    this.arriving.add({ request, response, since: now, from, seen: from, movedAt: now });
  }

  private sweep(now: number): void {
    for (const one of this.arriving) {
      const { request } = one;
      if (request.complete || request.destroyed || request.socket.destroyed) this.arriving.delete(one);
      else if (this.isLate(one, now)) {
        this.arriving.delete(one);
        this.end(one);
      }
    }
  }

  private isLate(one: Arriving, now: number): boolean {
    const { bytesRead } = one.request.socket;
    // Who is not read from cannot send: an upload that waits for the storage.
    if (bytesRead !== one.seen || one.request.isPaused())
      Object.assign(one, { seen: bytesRead, movedAt: now });
    if (UPLOADS.test(one.request.url!)) return now - one.movedAt > this.rules.standstill;
    const took = now - one.since;
    const due = ((took - this.rules.grace) / 1_000) * this.rules.rate;
    return took > this.rules.whole || (took > this.rules.grace && bytesRead - one.from < due);
  }

  private end({ request, response }: Arriving): void {
    const { socket } = request;
    if (!response.headersSent)
      answerEarly(response, { ...by(request), code: 'REQUEST_TIMEOUT', status: 408 }, this.headers);
    // Written first; whoever does not read it is not waited for.
    setTimeout(() => socket.destroy(), 1_000).unref();
  }
}
