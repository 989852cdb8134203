import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { RawReply } from '@tessera/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { isKnown } from './conditions.js';
import { VARY_LANGUAGE } from './language.js';
import { routeOf, type Download } from './route.js';
import { contentDisposition } from './content-disposition.js';

/** The reply of a contract without one. */
const NULL = Buffer.from('null');

/** Turns a contract's reply into the HTTP answer that the route declares: status, ETag, download. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = routeOf(execution.getHandler());
    if (!route) return next.handle();
    const http = execution.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    // Remedies, notifications and reasons are in the person's language.
    reply.header('vary', VARY_LANGUAGE);
    return next.handle().pipe(
      map((value: unknown) => {
        if (value instanceof RawReply) return this.relay(reply, value);
        const { options } = route;
        if (options.statusOf) reply.status(options.statusOf(value));
        if (options.download) return this.send(reply, options.download(value));
        if (options.etag && value && typeof value === 'object')
          return this.tag(http.getRequest(), reply, value);
        return value === null ? undefined : value;
      }),
    );
  }

  private relay(reply: FastifyReply, { json }: RawReply): Buffer | undefined {
    const body = Buffer.from(json.buffer, json.byteOffset, json.byteLength);
    if (body.equals(NULL)) return undefined;
    reply.header('content-type', 'application/json; charset=utf-8');
    return body;
  }

  /** The version is the ETag's, not the body's. */
  private tag(request: FastifyRequest, reply: FastifyReply, value: object): unknown {
    const { version, ...body } = value as { version: number };
    const etag = `"${version}"`;
    reply.header('etag', etag);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && isKnown(request.headers['if-none-match'], etag)) {
      reply.status(304);
      return undefined;
    }
    return body;
  }

  private send(reply: FastifyReply, file: Download): Buffer {
    reply.header('content-type', file.type);
    reply.header('content-disposition', contentDisposition(file.fileName));
    return file.body;
  }
}
