import { ServerResponse, type IncomingMessage, type OutgoingHttpHeaders, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { answerOnSocket } from './early-answer.js';
import { traceAndLanguageOf } from './protocol-check.js';

/**
 * Serves a request for an upgrade to a protocol that the gateway does not speak as if it had not asked (RFC 9110, 7.8);
 * programs that try HTTP/2 first send such. Node has given the connection away by then: it is closed after the answer, and a body is lost.
 */
export function withoutUpgrade(
  server: Server,
  request: IncomingMessage,
  socket: Duplex,
  headers: OutgoingHttpHeaders,
): void {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (hasBody) {
    const problem = {
      ...traceAndLanguageOf(request),
      code: 'VALIDATION_FAILED',
      status: 400,
      reason: 'UPGRADE',
    };
    return answerOnSocket(socket, problem, headers);
  }
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket as Socket);
  response.on('finish', () => {
    response.detachSocket(socket as Socket);
    socket.end();
  });
  server.emit('request', request, response);
}
