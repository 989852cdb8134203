import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  linkRequested,
  resolveSession,
  sessionRevoked,
  type EventContract,
  type ResolvedSession,
  type SessionRevoked,
} from '@tessera/contracts';
import {
  Bus,
  EventFeed,
  Problem,
  type EventEnvelope,
  type FeedListener,
  type RequestContext,
} from '@tessera/platform';
import { CallerLimits } from '../limits/caller-limits.js';
import { lruCache } from '../lru-cache.js';
import { Proving } from './proving.js';

interface Known {
  session: ResolvedSession;
  useUntil: number;
  /** Identity has noted that the session is in use. */
  used: boolean;
}

/** Whose sessions an event speaks of: a person, or everybody of a company. */
export interface Concerned {
  userId: string | null;
  companyId: string | null;
}

/** Sessions that are kept in memory at most, and credentials that were right, or wrong. */
const MAX = 50_000;
/** For so long a wrong credential is known to be wrong; none becomes right later. Milliseconds. */
const WRONG_MS = 60_000;

/**
 * From a cookie or a bearer token to a token for the bus. Identity is asked once for each session and lifetime of such a
 * token; a revocation arrives as an event and takes effect at once, and after any gap in the bus nothing is believed.
 *
 * An address may only ask so often about credentials that turn out wrong. One that was right before, or was given out here,
 * is not among them: whoever guesses from an office keeps nobody of it out.
 */
@Injectable()
export class Sessions implements FeedListener {
  private readonly known = lruCache<Known>({ maxEntries: MAX });
  private readonly wrong = lruCache<true>({ maxEntries: MAX, ttlMs: WRONG_MS });
  private readonly right = lruCache<true>({ maxEntries: MAX });
  private readonly asking = new Map<string, Promise<ResolvedSession>>();
  private readonly proving: Proving;
  private readonly ended: ((gone: { userId: string; sessionId: string | null }) => void)[] = [];
  private readonly changed: ((concerned: Concerned) => void)[] = [];

  constructor(
    @Inject(Bus) private readonly bus: Bus,
    @Inject(EventFeed) feed: EventFeed,
    @Inject(CallerLimits) private readonly limits: CallerLimits,
  ) {
    this.proving = new Proving(limits);
    feed.add(this);
  }

  /**
   * null for a credential that is none, expired or revoked.
   * @param use whether somebody is doing something, as against a page that is open: only that puts off the end of the session
   * @throws Refusal TOO_MANY_REQUESTS to an address from which too many wrong ones came
   */
  async resolve(credential: string, ctx: RequestContext, use = true): Promise<ResolvedSession | null> {
    if (credential.length > 200) return null;
    const key = keyOf(credential);
    const hit = this.known.get(key);
    if (hit && hit.useUntil > Date.now() && (hit.used || !use)) return hit.session;
    if (this.wrong.has(key)) return null;
    // Given back if it was right.
    const counted = ctx.clientAddress !== null && !this.right.has(key) ? ctx.clientAddress : null;
    const end = counted === null ? null : await this.proving.begin(counted, ctx.deadline);
    try {
      const session = await this.ask(key, credential, ctx, use);
      if (counted !== null) this.limits.giveBack(counted, 'unproved');
      this.right.set(key, true);
      return session;
    } catch (error) {
      const code = error instanceof Problem ? error.code : '';
      if (code === 'UNAUTHENTICATED' || code === 'VALIDATION_FAILED') {
        this.wrong.set(key, true);
        this.right.delete(key);
        return null;
      }
      if (counted !== null) this.limits.giveBack(counted, 'unproved');
      throw error;
    } finally {
      end?.();
    }
  }

  /** @throws Refusal TOO_MANY_REQUESTS where an unknown credential from there would not be asked about now */
  requireTurn(address: string): void {
    this.proving.requireRoom(address);
  }

  /** Whose limit a request with it is taken from, as far as that is known before anybody is asked. */
  callerOf(credential: string): { userId: string } | 'nobody' | 'somebody' | 'unknown' {
    if (credential.length > 200) return 'nobody';
    const key = keyOf(credential);
    const session = this.known.get(key)?.session;
    if (session) return { userId: session.userId };
    if (this.wrong.has(key)) return 'nobody';
    return this.right.has(key) ? 'somebody' : 'unknown';
  }

  /** These were given out just now. */
  vouchFor(...credentials: string[]): void {
    for (const credential of credentials) this.right.set(keyOf(credential), true);
  }

  /** Called when a session or all sessions of a person end. */
  onEnded(listener: (gone: { userId: string; sessionId: string | null }) => void): void {
    this.ended.push(listener);
  }

  /** Called when somebody's rights, role or company may have changed; what is kept here is forgotten already. */
  onChanged(listener: (concerned: Concerned) => void): void {
    this.changed.push(listener);
  }

  private ask(key: string, credential: string, ctx: RequestContext, use: boolean): Promise<ResolvedSession> {
    const one = `${use ? 'used' : 'open'} ${key}`;
    const running = this.asking.get(one);
    if (running) return running;
    const asking = this.bus
      .ask(resolveSession, { credential, ...(use ? {} : { touch: false }) }, ctx)
      .then((session) => {
        // An event that came meanwhile has removed the entry of the question, and the answer may be older than it.
        if (this.asking.get(one) === asking) this.remember(key, session, use);
        return session;
      })
      .finally(() => {
        if (this.asking.get(one) === asking) this.asking.delete(one);
      });
    this.asking.set(one, asking);
    return asking;
  }

  private remember(key: string, session: ResolvedSession, use: boolean): void {
    const before = this.known.get(key);
    const used = use || (before !== undefined && before.used && before.useUntil > Date.now());
    this.known.set(key, { session, useUntil: Date.parse(session.useUntil), used });
  }

  event(contract: EventContract, event: EventEnvelope): void {
    if (contract.service !== resolveSession.service || contract === (linkRequested as EventContract)) return;
    if (contract === (sessionRevoked as EventContract)) {
      const { userId, sessionId } = event.data as SessionRevoked;
      this.drop((s) => s.userId === userId && (sessionId === null || s.sessionId === sessionId));
      for (const listener of this.ended) listener({ userId, sessionId });
      return;
    }
    // Whatever identity says of a person or a company may be about rights: memberships, roles, a company that is closed.
    const data = event.data as { userId?: string; companyId?: string };
    const userId = event.userId ?? data.userId ?? null;
    const companyId = userId === null ? (event.companyId ?? data.companyId ?? null) : null;
    if (userId === null && companyId === null) return;
    this.renew({ userId, companyId });
  }

  private renew(concerned: Concerned): void {
    const { userId, companyId } = concerned;
    this.drop((s) => (userId !== null ? s.userId === userId : s.companyId === companyId));
    for (const listener of this.changed) listener(concerned);
  }

  /** Something about a person has changed; the next request asks anew. */
  forget(userId: string): void {
    this.renew({ userId, companyId: null });
  }

  gap(): void {
    this.known.clear();
    this.asking.clear();
  }

  private drop(gone: (session: ResolvedSession) => boolean): void {
    const keys = [...this.known.keys()].filter((key) => gone(this.known.peek(key)!.session));
    for (const key of keys) this.known.delete(key);
    this.asking.clear();
  }
}

const keyOf = (credential: string): string => createHash('sha256').update(credential).digest('base64');
