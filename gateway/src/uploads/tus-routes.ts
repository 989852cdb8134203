import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';
import { LOGGER, Problem, Refusal, RequestContext } from '@tessera/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { GuardChain } from '../auth/guard-chain.js';
import { ResumableUploads, UPLOADS } from './resumable-uploads.js';
import { tusProblem } from './tus-failure.js';
import { TusRequest } from './tus-request.js';

/**
 * The routes of the tus protocol, in a scope of Fastify of their own: there, and only there, bodies are
 * `application/offset+octet-stream`, are not parsed, and have no limit but the announced size. There is no GET: what was
 * uploaded is read as an attachment.
 */
@Injectable()
export class TusRoutes implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly modules: ModuleRef,
    private readonly uploads: ResumableUploads,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    const guards = this.modules.get(GuardChain, { strict: false });
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    void fastify.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('application/offset+octet-stream', (_request, _body, parsed) =>
        parsed(null),
      );
      const handler = async (request: FastifyRequest, reply: FastifyReply) =>
        this.serve(request, reply, await guards.run(request, reply));
      scope.route({ method: 'POST', url: UPLOADS, handler });
      scope.route({ method: ['HEAD', 'PATCH', 'DELETE'], url: `${UPLOADS}/:id`, handler });
      // The versions and extensions are public, and clients ask for them before they have signed in.
      scope.route({
        method: 'OPTIONS',
        url: UPLOADS,
        handler: (request, reply) => this.serve(request, reply, new RequestContext({})),
      });
      done();
    });
  }

  private async serve(
    request: FastifyRequest,
    reply: FastifyReply,
    ctx: RequestContext,
  ): Promise<FastifyReply> {
    reply.header('tus-resumable', '1.0.0');
    if (request.method !== 'OPTIONS') void ctx.person;
    const tus = new TusRequest(request, reply, ctx);
    const answer = await this.uploads.server.handleWeb(tus as unknown as Request);
    if (answer.status >= 400) {
      tus.drain();
      await this.uploads.withdraw(tus);
      if (answer.status === 412) reply.header('tus-version', '1.0.0');
      const problem = tusProblem(answer.status, tus.failure, ctx.trace.traceId);
      this.note(problem, tus.failure);
      throw problem;
    }
    for (const [name, value] of answer.headers) {
      // Cross-origin rules are the gateway's: there are none.
      if (!name.startsWith('access-control-') && !name.startsWith('content-')) reply.header(name, value);
    }
    return reply.status(answer.status).send();
  }

  /** A full disk or a storage out of reach is a 503 for the client, and stands in the log in full; a refusal does not. */
  private note(problem: Error, failure: unknown): void {
    const isRefusal =
      problem instanceof Refusal || (problem instanceof Problem && problem.document.status < 500);
    // What is neither is logged with the answer.
    if (!isRefusal && problem instanceof Problem)
      this.logger.warn({ err: failure }, 'an upload could not be stored');
  }
}
