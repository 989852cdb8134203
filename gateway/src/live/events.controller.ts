import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { CONFIG, refuse, RequestContext, type Actor } from '@tessera/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookie } from '../auth/cookies.js';
import { Sessions } from '../auth/sessions.js';
import type { Config } from '../config.js';
import { disableWriteCoalescing } from '../http/write-coalescing.js';
import { bearerOf } from '../http/input.js';
import { contextOf } from '../http/route.js';
import { EventStreams, type Listener } from './event-streams.js';
import { MAX_AGE_MS } from './recent-changes.js';

/** Bounds of the interval in which a stream resolves its session again. */
const RECHECK_MS = { max: 60_000, min: 1_000 };

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
    reply.header('content-type', 'text/event-stream; charset=utf-8').header('x-accel-buffering', 'no');
    // HEAD gets the headers, and no stream.
    if (request.method === 'HEAD') return void reply.send();
    this.streams.requireRoom(actor.userId, request.ip);
    reply.hijack();
    const raw = reply.raw;
    disableWriteCoalescing(request.raw.socket);
    // After the stream the connection would lie idle, and delay a gateway that stops.
    raw.shouldKeepAlive = false;
    raw.writeHead(200, reply.getHeaders() as Record<string, string>);
    this.listen(request, raw, actor, ago);
  }

  private listen(request: FastifyRequest, raw: FastifyReply['raw'], actor: Actor, ago: number): void {
    let timer: NodeJS.Timeout | undefined;
    const renew = async () => {
      clearTimeout(timer);
      const until = await this.renew(request, listener);
      if (until !== null && !raw.destroyed && !raw.writableEnded)
        timer = setTimeout(() => void renew(), until);
    };
    const listener: Listener = {
      actor,
      address: request.ip,
      renew,
      write: (text) => void raw.write(text),
      pending: () => raw.writableLength,
      end: () => raw.end(),
      destroy: () => raw.destroy(),
    };
    const remove = this.streams.add(listener, ago);
    // The first time at once, which costs nothing while the session is cached.
    void renew();
    raw.on('close', () => {
      clearTimeout(timer);
      remove();
    });
  }

  /**
   * An open page does not put off the end of its session. While the bus is away the stream goes on.
   * @returns after how many milliseconds to ask again; null when the stream has ended
   */
  private async renew(request: FastifyRequest, listener: Listener): Promise<number | null> {
    const credential = bearerOf(request) ?? request.cookies[sessionCookie(this.config)] ?? '';
    const session = await this.sessions
      .resolve(credential, new RequestContext({}), false)
      .catch(() => undefined);
    if (session === null) {
      listener.end();
      return null;
    }
    if (session === undefined) return RECHECK_MS.min * 5;
    const { rights, companyId, role, useUntil } = session;
    listener.actor = { ...listener.actor, rights, companyId, role };
    return Math.min(Math.max(Date.parse(useUntil) - Date.now() + 1, RECHECK_MS.min), RECHECK_MS.max);
  }
}

function agoOf({ ago }: Record<string, unknown>): number {
  if (ago === undefined) return 0;
  const ms = typeof ago === 'string' && /^\d{1,5}$/.test(ago) ? Number(ago) : Infinity;
  if (ms <= MAX_AGE_MS) return ms;
  const detail = `must be a whole number of milliseconds from 0 to ${MAX_AGE_MS}`;
  return refuse('VALIDATION_FAILED', { errors: [{ field: 'ago', code: 'INVALID', detail }] });
}
