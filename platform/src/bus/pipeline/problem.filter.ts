import { Catch, Inject, type ArgumentsHost, type RpcExceptionFilter } from '@nestjs/common';
import type { Logger } from 'pino';
import { throwError, type Observable } from 'rxjs';
import { Problem } from '../../errors/problem.js';
import { toProblem } from '../../errors/to-problem.js';
import { LOGGER } from '../../observability/logger.js';
import type { BusRequest } from './bus-request.js';

/** Maps whatever a request was refused with, or failed by, to a problem of its contract. What nobody expects is logged. */
@Catch()
export class ProblemFilter implements RpcExceptionFilter<unknown> {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): Observable<never> {
    const request = host.switchToRpc().getData<BusRequest>();
    const { contract, ctx } = request;
    const { document, unexpected } = toProblem(error, contract.errors, ctx.trace.traceId);
    request.code = document.code;
    request.error = error;
    if (unexpected)
      this.logger.error(
        { err: error, subject: contract.subject, traceId: ctx.trace.traceId },
        'a request failed',
      );
    return throwError(() => new Problem(document));
  }
}
