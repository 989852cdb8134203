import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { LOGGER, type ProblemDocument, toProblem } from '@tessera/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { textLanguage } from '@tessera/contracts';
import { edgeProblem } from './early-answer.js';
import { EdgeLog } from './edge-log.js';
import type { KnownPaths } from './known-paths.js';
import { languageOf, VARY_LANGUAGE } from './language.js';
import { localise } from '../texts/problem-texts.js';
import { traceOf } from './trace.js';

/** The one way out for every failure: `application/problem+json` in the caller's language, without inner details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly edgeLog: EdgeLog;

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly paths: KnownPaths,
  ) {
    this.edgeLog = new EdgeLog(logger);
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (reply.sent || reply.raw.headersSent) return;
    const document = this.documentOf(error, request);
    if (document.status === 405) {
      reply.header('allow', this.paths.of(request.url).join(', '));
      if (request.method === 'OPTIONS') return void reply.status(204).send();
    }
    if (document.retryAfter !== undefined) reply.header('retry-after', String(document.retryAfter));
    sendProblem(document, request, reply);
  }

  private documentOf(error: unknown, request: FastifyRequest): ProblemDocument {
    const traceId = traceOf(request).traceId;
    const fromHttp = this.httpProblem(error, request, traceId);
    if (fromHttp) return fromHttp;
    // A service's problem comes with its category; what the contract declares was checked there.
    const declared = (error as { document?: ProblemDocument }).document;
    if (declared) return { ...declared, traceId };
    const { document, unexpected } = toProblem(error, {}, traceId);
    if (unexpected)
      this.logger.error(
        { err: error, traceId, url: request.routeOptions?.url },
        'a request failed in the gateway',
      );
    this.edgeLog.refused(document.code, request);
    return document;
  }

  /** Failures of Fastify and Nest themselves: unknown routes, wrong content types, bodies over the limit. */
  private httpProblem(error: unknown, request: FastifyRequest, traceId: string): ProblemDocument | null {
    const status =
      error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
    if (status === undefined || (error as Error).name === 'Refusal') return null;
    if ((error as { code?: string }).code === 'FST_ERR_MAX_PARAM_LENGTH')
      return edgeProblem('NOT_FOUND', 404, traceId);
    const methods = status === 404 ? this.paths.of(request.url) : [];
    // A path that takes this method, and yet was not found, has a part that no route takes.
    const real =
      methods.length > 0 && (request.method === 'OPTIONS' || !methods.includes(request.method))
        ? 405
        : status;
    if (real >= 400 && real < 500 && !(real in byStatus))
      return edgeProblem('VALIDATION_FAILED', 400, traceId);
    const code = byStatus[real];
    return code ? edgeProblem(code, real, traceId) : null;
  }
}

/** Writes a problem; fields that are only for the gateway stay here. */
export function sendProblem(document: ProblemDocument, request: FastifyRequest, reply: FastifyReply): void {
  const { retryable: _retryable, retryAfter: _retryAfter, params, ...shown } = document;
  const language = textLanguage(languageOf(request));
  const body = {
    ...shown,
    ...(params ? { params } : {}),
    detail: localise(document, language),
  };
  void reply
    .status(document.status)
    .header('cache-control', 'no-store')
    .header('content-language', language)
    .header('vary', VARY_LANGUAGE)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}

const byStatus: Record<number, string> = {
  400: 'VALIDATION_FAILED',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  413: 'PAYLOAD_TOO_LARGE',
  414: 'URI_TOO_LONG',
  415: 'CONTENT_TYPE_UNSUPPORTED',
  431: 'HEADERS_TOO_LARGE',
};
