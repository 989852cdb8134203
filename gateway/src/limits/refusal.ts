import { Counter, problemDocument } from '@tessera/platform';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { textLanguage } from '@tessera/contracts';
import { languageOf, VARY_LANGUAGE } from '../http/language.js';
import { traceOf } from '../http/trace.js';
import { localise } from '../texts/problem-texts.js';

export const refusedRequests = new Counter({
  name: 'tessera_http_refused_total',
  help: 'Requests that were refused because as many as a service, or the gateway itself, answers in time were in work already.',
  labelNames: ['service'],
});

/**
 * 503 `UNAVAILABLE` in one write, past all that a usual answer goes through: under twice the load every second
 * request ends here, and the cost of its refusal is missing to those that are served.
 *
 * @param overloaded a service, or `gateway`
 * @param headers those of every answer
 * @param retryAfter seconds after which a client that was refused may come back
 */
export function refuseOverload(
  overloaded: string,
  request: Parameters<typeof languageOf>[0],
  response: ServerResponse,
  headers: OutgoingHttpHeaders,
  retryAfter = 1,
): void {
  refusedRequests.inc({ service: overloaded });
  const language = textLanguage(languageOf(request));
  const body = bodyIn(language).join(traceOf(request).traceId);
  response
    .writeHead(503, {
      ...headers,
      'retry-after': String(retryAfter),
      'content-language': language,
      vary: VARY_LANGUAGE,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    })
    .end(body);
}

const bodies = new Map<string, string[]>();
/** Stands for the id of the trace; no text has this character. */
const TRACE_ID_MARK = '\u0001';

/** The problem document in two parts, between which stands the id of the trace: made once for each language. */
function bodyIn(language: string): string[] {
  const found = bodies.get(language);
  if (found) return found;
  const {
    retryable: _retryable,
    retryAfter: _retryAfter,
    ...shown
  } = problemDocument('UNAVAILABLE', 'unavailable', TRACE_ID_MARK);
  const detail = localise({ ...shown, retryable: true }, language);
  const parts = JSON.stringify({ ...shown, detail }).split(JSON.stringify(TRACE_ID_MARK).slice(1, -1));
  bodies.set(language, parts);
  return parts;
}

/** Refuses requests that the gateway has not even begun. @param headers those of every answer */
export const gatewayOverloadListener =
  (headers: OutgoingHttpHeaders) =>
  (request: IncomingMessage, response: ServerResponse): void =>
    refuseOverload('gateway', { headers: request.headers }, response, headers);
