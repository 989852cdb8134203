import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { CONFIG, refuse, RequestContext } from '@tessera/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookie } from '../auth/cookies.js';
import { Sessions } from '../auth/sessions.js';
import type { Config } from '../config.js';
import { writeAtOnce } from '../http/flush.js';
import { bearerOf } from '../http/input.js';
import { contextOf } from '../http/route.js';
import { EventStreams, type Listener } from './event-streams.js';
import { KEPT_MS } from './recent-changes.js';

/** How often a stream makes sure that its session still holds, in milliseconds. */
const RECHECK_MS = 60_000;

/** `GET /events`: server-sent events, as long as the session lasts. */
@Controller()
export class EventsController {
  constructor(
    private readonly streams: EventStreams,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('/events')
  events(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { actor } = contextOf(request);
    if (!actor) refuse('UNAUTHENTICATED');
    const ago = agoOf(request.query as Record<string, unknown>);
    reply.hijack();
    const raw = reply.raw;
    writeAtOnce(request.raw.socket);
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const listener: Listener = {
      actor,
      write: (text) => void raw.write(text),
      pending: () => raw.writableLength,
      end: () => raw.end(),
      cut: () => raw.destroy(),
    };
    const remove = this.streams.add(listener, ago);
    const recheck = setInterval(() => void this.recheck(request, listener), RECHECK_MS);
    raw.on('close', () => {
      clearInterval(recheck);
      remove();
    });
  }

  /** An expired session ends its streams too; a bus that is away proves nothing. */
  private async recheck(request: FastifyRequest, listener: Listener): Promise<void> {
    const credential = bearerOf(request) ?? request.cookies[sessionCookie(this.config)] ?? '';
    const session = await this.sessions.resolve(credential, new RequestContext({})).catch(() => undefined);
    if (session === null) listener.end();
    else if (session)
      listener.actor = {
        ...listener.actor,
        rights: session.rights,
        companyId: session.companyId,
        role: session.role,
      };
  }
}

function agoOf({ ago }: Record<string, unknown>): number {
  if (ago === undefined) return 0;
  const ms = typeof ago === 'string' && /^\d{1,5}$/.test(ago) ? Number(ago) : Infinity;
  if (ms <= KEPT_MS) return ms;
  const detail = `must be a whole number of milliseconds from 0 to ${KEPT_MS}`;
  return refuse('VALIDATION_FAILED', { errors: [{ field: 'ago', code: 'INVALID', detail }] });
}
