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
import { UnverifiedCredentialLimiter } from './unverified-credential-limiter.js';

interface CachedSession {
  session: ResolvedSession;
  useUntil: number;
  /** Identity has noted that the session is in use. */
  used: boolean;
}

/** Whose sessions an event is about: one person's, or those of all people of a company. */
export interface SessionOwner {
  userId: string | null;
  companyId: string | null;
}

/** A person's one session, or all of them. */
export interface EndedSessions {
  userId: string;
  sessionId: string | null;
}

/** Of each cache: sessions, and credentials that were valid, or invalid. */
const MAX_ENTRIES = 50_000;
/** How long a credential is known to be invalid; none becomes valid later. */
const INVALID_TTL_MS = 60_000;

/**
 * Turns a cookie or a bearer token into a token for the bus. Identity is asked once for each session and lifetime of such a
 * token; a revocation arrives as an event and takes effect at once, and a gap in the bus empties the cache.
 *
 * The invalid credentials that an address may send are limited. One that was valid before, or was issued through here, does
 * not count: guesses from an office do not lock its people out.
 */
@Injectable()
export class Sessions implements FeedListener {
  private readonly known = lruCache<CachedSession>({ maxEntries: MAX_ENTRIES });
  private readonly invalid = lruCache<true>({ maxEntries: MAX_ENTRIES, ttlMs: INVALID_TTL_MS });
  private readonly valid = lruCache<true>({ maxEntries: MAX_ENTRIES });
  private readonly inFlight = new Map<string, Promise<ResolvedSession>>();
  private readonly unverified: UnverifiedCredentialLimiter;
  private readonly endListeners: ((ended: EndedSessions) => void)[] = [];
  private readonly changeListeners: ((owner: SessionOwner) => void)[] = [];

  constructor(
    @Inject(Bus) private readonly bus: Bus,
    @Inject(EventFeed) feed: EventFeed,
    @Inject(CallerLimits) private readonly limits: CallerLimits,
  ) {
    this.unverified = new UnverifiedCredentialLimiter(limits);
    feed.add(this);
  }

  /**
   * null for a credential that is malformed, unknown, expired or revoked.
   * @param use whether a person does something, as against a page that is open: only that puts off the end of the session
   * @throws Refusal TOO_MANY_REQUESTS to an address that has sent too many invalid ones
   */
  async resolve(credential: string, ctx: RequestContext, use = true): Promise<ResolvedSession | null> {
    if (credential.length > 200) return null;
    const key = keyOf(credential);
    const hit = this.known.get(key);
    if (hit && hit.useUntil > Date.now() && (hit.used || !use)) return hit.session;
    if (this.invalid.has(key)) return null;
    // Given back if the credential is valid.
    const counted = ctx.clientAddress !== null && !this.valid.has(key) ? ctx.clientAddress : null;
    const end = counted === null ? null : await this.unverified.acquire(counted, ctx.deadline);
    try {
      const session = await this.ask(key, credential, ctx, use);
      if (counted !== null) this.limits.giveBack(counted, 'unproved');
      this.valid.set(key, true);
      return session;
    } catch (error) {
      const code = error instanceof Problem ? error.code : '';
      if (code === 'UNAUTHENTICATED' || code === 'VALIDATION_FAILED') {
        this.invalid.set(key, true);
        this.valid.delete(key);
        return null;
      }
      if (counted !== null) this.limits.giveBack(counted, 'unproved');
      throw error;
    } finally {
      end?.();
    }
  }

  /** @throws Refusal TOO_MANY_REQUESTS where an unknown credential from this address would not be verified now */
  requireRoom(address: string): void {
    this.unverified.requireRoom(address);
  }

  /** Whose limit a request with this credential counts against, as far as that is known without asking identity. */
  callerOf(credential: string): { userId: string } | 'anonymous' | 'valid' | 'unverified' {
    if (credential.length > 200) return 'anonymous';
    const key = keyOf(credential);
    const session = this.known.get(key)?.session;
    if (session) return { userId: session.userId };
    if (this.invalid.has(key)) return 'anonymous';
    return this.valid.has(key) ? 'valid' : 'unverified';
  }

  /** Credentials that were issued just now. */
  rememberValid(...credentials: string[]): void {
    for (const credential of credentials) this.valid.set(keyOf(credential), true);
  }

  /** Called when a session or all sessions of a person end. */
  onEnded(listener: (ended: EndedSessions) => void): void {
    this.endListeners.push(listener);
  }

  /** Called when a person's rights, role or company may have changed; the cached sessions are dropped already. */
  onChanged(listener: (owner: SessionOwner) => void): void {
    this.changeListeners.push(listener);
  }

  private ask(key: string, credential: string, ctx: RequestContext, use: boolean): Promise<ResolvedSession> {
    const question = `${use ? 'used' : 'open'} ${key}`;
    const running = this.inFlight.get(question);
    if (running) return running;
    const asking = this.bus
      .ask(resolveSession, { credential, ...(use ? {} : { touch: false }) }, ctx)
      .then((session) => {
        // An event that came meanwhile has removed the question, and the answer may be older than the event.
        if (this.inFlight.get(question) === asking) this.remember(key, session, use);
        return session;
      })
      .finally(() => {
        if (this.inFlight.get(question) === asking) this.inFlight.delete(question);
      });
    this.inFlight.set(question, asking);
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
      for (const listener of this.endListeners) listener({ userId, sessionId });
      return;
    }
    // Any event of identity about a person or a company may be about rights: memberships, roles, a company that is closed.
    const data = event.data as { userId?: string; companyId?: string };
    const userId = event.userId ?? data.userId ?? null;
    const companyId = userId === null ? (event.companyId ?? data.companyId ?? null) : null;
    if (userId === null && companyId === null) return;
    this.renew({ userId, companyId });
  }

  private renew(owner: SessionOwner): void {
    const { userId, companyId } = owner;
    this.drop((s) => (userId !== null ? s.userId === userId : s.companyId === companyId));
    for (const listener of this.changeListeners) listener(owner);
  }

  /** Something about a person has changed; the next request asks identity again. */
  forget(userId: string): void {
    this.renew({ userId, companyId: null });
  }

  gap(): void {
    this.known.clear();
    this.inFlight.clear();
  }

  private drop(matches: (session: ResolvedSession) => boolean): void {
    const keys = [...this.known.keys()].filter((key) => matches(this.known.peek(key)!.session));
    for (const key of keys) this.known.delete(key);
    this.inFlight.clear();
  }
}

const keyOf = (credential: string): string => createHash('sha256').update(credential).digest('base64');
