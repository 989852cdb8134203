import type { ErrorCategory } from '@tessera/contracts';
import { textLanguage } from '@tessera/contracts';
import { problemDocument, type ProblemDocument } from '@tessera/platform';
import { STATUS_CODES, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { localise } from '../texts/problem-texts.js';
import { VARY_LANGUAGE } from './language.js';

/** A problem that is answered before, or without, Fastify: it looks like every other. */
export interface EarlyProblem {
  code: string;
  status: number;
  traceId: string;
  /** BCP 47. */
  language: string;
  /** Names the text, `CODE/REASON`. */
  reason?: string;
  /** Seconds. */
  retryAfter?: number;
  headers?: OutgoingHttpHeaders;
}

/** Problems of the protocol itself: no contract declares them, so they have a status and no category. */
export function edgeProblem(code: string, status: number, traceId: string, reason?: string): ProblemDocument {
  const category: ErrorCategory = 'invalid';
  const document = problemDocument(code, category, traceId, reason ? { params: { reason } } : {});
  return { ...document, status, retryable: status === 429 || status === 503 };
}

interface Message {
  headers: OutgoingHttpHeaders;
  body: string;
}

function messageOf(problem: EarlyProblem, always: OutgoingHttpHeaders): Message {
  const language = textLanguage(problem.language);
  const document = edgeProblem(problem.code, problem.status, problem.traceId, problem.reason);
  const { retryable: _retryable, retryAfter: _retryAfter, ...shown } = document;
  const body = JSON.stringify({ ...shown, detail: localise(document, language) });
  const headers = {
    ...always,
    ...problem.headers,
    ...(problem.retryAfter === undefined ? {} : { 'retry-after': String(problem.retryAfter) }),
    'content-language': language,
    vary: VARY_LANGUAGE,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  return { headers, body };
}

/** Writes it, and closes the connection after it. @param always the headers of every answer */
export function answerEarly(
  response: ServerResponse,
  problem: EarlyProblem,
  always: OutgoingHttpHeaders,
): void {
  const { headers, body } = messageOf(problem, always);
  response.writeHead(problem.status, headers).end(body);
}

/** The same where Node has made no response for the connection: what came was no request, or an upgrade. */
export function answerOnSocket(socket: Duplex, problem: EarlyProblem, always: OutgoingHttpHeaders): void {
  if (!socket.writable) return void socket.destroy();
  const { headers, body } = messageOf(problem, always);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
  const start = `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`;
  socket.end(`${[start, `date: ${new Date().toUTCString()}`, ...lines].join('\r\n')}\r\n\r\n${body}`);
}
