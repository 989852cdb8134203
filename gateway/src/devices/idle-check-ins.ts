import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CheckIns } from './check-ins.js';

const SYNC = '/api/v1/agent/sync';

/**
 * Answers a check-in with nothing to do before admission, guards, validation and interceptors: those who ask are known by a token
 * that the service has accepted, and they are most of all requests (spec/performance.md, P7). It also keeps a whole
 * office of devices behind one address out of that address's limit. Whatever is not plainly idle goes the usual way.
 */
@Injectable()
export class IdleCheckIns {
  constructor(
    @Inject(HttpAdapterHost) host: HttpAdapterHost,
    @Inject(CheckIns) private readonly checkIns: CheckIns,
  ) {
    // Before any route is registered, or it would not apply to them.
    const fastify = host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('preValidation', (request, reply, done) => {
      if (request.url !== SYNC || request.method !== 'POST' || !this.answer(request, reply)) done();
    });
  }

  private answer(request: FastifyRequest, reply: FastifyReply): boolean {
    const idle = readIdle(request.body);
    const answer = idle && this.checkIns.fromMemory(idle);
    if (!answer) return false;
    void reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
    return true;
  }
}

/** A body with a token and at most `live` and `clock`: a device that has nothing to say. */
function readIdle(body: unknown): { token: string } | null {
  if (body === null || typeof body !== 'object') return null;
  const { token, live, clock: _clock, ...rest } = body as Record<string, unknown>;
  for (const _ in rest) return null;
  const plain = typeof token === 'string' && (live === undefined || typeof live === 'boolean');
  return plain ? { token } : null;
}
