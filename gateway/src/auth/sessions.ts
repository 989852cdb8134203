import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  resolveSession,
  sessionRevoked,
  userChanged,
  type EventContract,
  type ResolvedSession,
  type SessionRevoked,
  type UserChanged,
} from '@tessera/contracts';
import {
  Bus,
  EventFeed,
  Problem,
  type EventEnvelope,
  type FeedListener,
  type RequestContext,
} from '@tessera/platform';

interface Known {
  session: ResolvedSession;
  useUntil: number;
}

/** Sessions that are kept in memory at most. */
const MAX = 50_000;

/**
 * From a cookie or a bearer token to a token for the bus. Identity is asked once for each session and lifetime of such a
 * token; a revocation arrives as an event and takes effect at once, and after any gap in the bus nothing is believed.
 */
@Injectable()
export class Sessions implements FeedListener {
  private readonly known = new Map<string, Known>();
  private readonly asking = new Map<string, Promise<ResolvedSession>>();
  private readonly listeners: ((gone: { userId: string; sessionId: string | null }) => void)[] = [];

  constructor(
    @Inject(Bus) private readonly bus: Bus,
    @Inject(EventFeed) feed: EventFeed,
  ) {
    feed.add(this);
  }

  /** null for a credential that is none, expired or revoked. */
  async resolve(credential: string, ctx: RequestContext): Promise<ResolvedSession | null> {
    if (credential.length > 200) return null;
    const key = createHash('sha256').update(credential).digest('base64');
    const hit = this.known.get(key);
    if (hit && hit.useUntil > Date.now()) return hit.session;
    try {
      return await this.ask(key, credential, ctx);
    } catch (error) {
      if (
        error instanceof Problem &&
        (error.code === 'UNAUTHENTICATED' || error.code === 'VALIDATION_FAILED')
      )
        return null;
      throw error;
    }
  }

  /** Called when a session or all sessions of a person end. */
  onRevoked(listener: (gone: { userId: string; sessionId: string | null }) => void): void {
    this.listeners.push(listener);
  }

  private ask(key: string, credential: string, ctx: RequestContext): Promise<ResolvedSession> {
    const running = this.asking.get(key);
    if (running) return running;
    const asking = this.bus
      .ask(resolveSession, { credential }, ctx)
      .then((session) => {
        // An event that came meanwhile has removed the entry of the question, and the answer may be older than it.
        if (this.asking.get(key) === asking) this.remember(key, session);
        return session;
      })
      .finally(() => {
        if (this.asking.get(key) === asking) this.asking.delete(key);
      });
    this.asking.set(key, asking);
    return asking;
  }

  private remember(key: string, session: ResolvedSession): void {
    if (this.known.size >= MAX) this.known.delete(this.known.keys().next().value!);
    this.known.set(key, { session, useUntil: Date.parse(session.useUntil) });
  }

  event(contract: EventContract, event: EventEnvelope): void {
    if (contract === (sessionRevoked as EventContract)) {
      const { userId, sessionId } = event.data as SessionRevoked;
      this.drop((s) => s.userId === userId && (sessionId === null || s.sessionId === sessionId));
      for (const listener of this.listeners) listener({ userId, sessionId });
    } else if (contract === (userChanged as EventContract)) {
      this.forget((event.data as UserChanged).userId);
    }
  }

  /** Something about a person has changed; the next request asks anew. */
  forget(userId: string): void {
    this.drop((s) => s.userId === userId);
  }

  gap(): void {
    this.known.clear();
    this.asking.clear();
  }

  private drop(gone: (session: ResolvedSession) => boolean): void {
    for (const [key, { session }] of this.known) if (gone(session)) this.known.delete(key);
    this.asking.clear();
  }
}
