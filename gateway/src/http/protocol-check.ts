import { Trace } from '@tessera/platform';
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';
import { answerEarly, answerOnSocket } from './early-answer.js';
import { languageOf } from './language.js';
import { traceOf } from './trace.js';

/** Headers that a request may have once: Node drops a second one, but a proxy may have used it. */
const SINGLE_HEADERS = new Set(['host', 'authorization', 'content-type']);
const LENGTHS = new Set([...SINGLE_HEADERS].map((name) => name.length));

/** What is wrong with a request that Node's parser has let pass, as the reason in our texts; null for nothing. */
function faultOf(request: IncomingMessage): 'HOST' | 'HEADER_TWICE' | null {
  const raw = request.rawHeaders;
  let seen = '';
  for (let i = 0; i < raw.length; i += 2) {
    if (!LENGTHS.has(raw[i]!.length)) continue;
    const name = raw[i]!.toLowerCase();
    if (!SINGLE_HEADERS.has(name)) continue;
    if (seen.includes(`${name},`)) return name === 'host' ? 'HOST' : 'HEADER_TWICE';
    seen += `${name},`;
  }
  return request.headers.host === undefined && request.httpVersion === '1.1' ? 'HOST' : null;
}

/** Passes on what is a request by RFC 9112, and answers all else by a problem. @param headers those of every answer */
export function checkProtocol(handle: RequestListener, headers: OutgoingHttpHeaders): RequestListener {
  return (request, response) => {
    const reason = faultOf(request);
    if (!reason) return void handle(request, response);
    answerEarly(
      response,
      { ...traceAndLanguageOf(request), code: 'VALIDATION_FAILED', status: 400, reason },
      headers,
    );
  };
}

/** Trace and language of a problem that is answered before Fastify has the request. */
export const traceAndLanguageOf = (request: IncomingMessage) => ({
  traceId: traceOf(request).traceId,
  language: languageOf({ headers: request.headers }),
});

const faults: Record<string, [code: string, status: number, reason?: string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['REQUEST_TIMEOUT', 408],
  HPE_HEADER_OVERFLOW: ['HEADERS_TOO_LARGE', 431],
};

/** Answers what is no HTTP at all, too slow, or has too long headers. The language is not known then, so it is English. */
export const onClientError = (headers: OutgoingHttpHeaders) =>
  function (this: FastifyInstance, error: NodeJS.ErrnoException, socket: Socket): void {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const [code, status, reason] = faults[error.code ?? ''] ?? ['VALIDATION_FAILED', 400, 'NO_HTTP'];
    const problem = { code, status, traceId: Trace.start().traceId, language: 'en' };
    // An answer that is on its way must not be mixed with this one.
    const answering = (socket as { _httpMessage?: { headersSent: boolean } })._httpMessage?.headersSent;
    if (answering) return void socket.destroy();
    answerOnSocket(socket, { ...problem, ...(reason ? { reason } : {}) }, headers);
    // A client that goes on sending would be read for ever.
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  };

/** Time in which a client may still read its answer. */
const LINGER_MS = 1_000;

/** Expectations other than `100-continue`, and tunnels: Node would answer the one bare, and the other not at all. */
export function refuseUnsupported(server: Server, headers: OutgoingHttpHeaders): void {
  server.on('checkExpectation', (request: IncomingMessage, response) => {
    answerEarly(
      response,
      { ...traceAndLanguageOf(request), code: 'VALIDATION_FAILED', status: 417, reason: 'EXPECTATION' },
      headers,
    );
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    socket.on('error', () => socket.destroy());
    answerOnSocket(
      socket,
      { ...traceAndLanguageOf(request), code: 'METHOD_NOT_ALLOWED', status: 405, headers: { allow: 'GET' } },
      headers,
    );
  });
}
