import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CheckIns } from './check-ins.js';

const SYNC = '/api/v1/agent/sync';

/**
 * Answers a check-in with nothing to do before admission, guards, validation and interceptors: its device is known by a token
 * that the service has accepted, and most requests are such (spec/performance.md, P7). So a whole office of devices behind
 * one address does not count against that address's limit either. Any other check-in goes the usual way.
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

/** A body with a token and at most `live` and `clock`: a check-in without news. */
function readIdle(body: unknown): { token: string } | null {
  if (body === null || typeof body !== 'object') return null;
  const { token, live, clock: _clock, ...rest } = body as Record<string, unknown>;
  for (const _ in rest) return null;
  const plain = typeof token === 'string' && (live === undefined || typeof live === 'boolean');
  return plain ? { token } : null;
}
