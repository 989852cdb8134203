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
  refuse,
  type EventEnvelope,
  type FeedListener,
  type RequestContext,
} from '@tessera/platform';
import { CallerLimits } from '../limits/caller-limits.js';
import { Remembered } from './remembered.js';

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
/** What a request needs after it has waited, in milliseconds. */
const RESERVE_MS = 2_000;

/**
 * From a cookie or a bearer token to a token for the bus. Identity is asked once for each session and lifetime of such a
 * token; a revocation arrives as an event and takes effect at once, and after any gap in the bus nothing is believed.
 *
 * An address may only ask so often about credentials that turn out wrong. One that was right before, or was given out here,
 * is not among them: whoever guesses from an office keeps nobody of it out.
 */
@Injectable()
export class Sessions implements FeedListener {
  private readonly known = new Map<string, Known>();
  private readonly wrong = new Remembered(MAX, WRONG_MS);
  private readonly right = new Remembered(MAX, Infinity);
  private readonly asking = new Map<string, Promise<ResolvedSession>>();
  /** By address: questions about credentials that may turn out wrong. */
  private readonly proving = new Map<string, Set<Promise<void>>>();
  private readonly ended: ((gone: { userId: string; sessionId: string | null }) => void)[] = [];
  private readonly changed: ((concerned: Concerned) => void)[] = [];

  constructor(
    @Inject(Bus) private readonly bus: Bus,
    @Inject(EventFeed) feed: EventFeed,
    @Inject(CallerLimits) private readonly limits: CallerLimits,
  ) {
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
    if (counted !== null) await this.takeTurn(counted, ctx);
    try {
      const asking = this.ask(key, credential, ctx, use);
      const session = await (counted === null ? asking : this.underWay(counted, asking));
      if (counted !== null) this.limits.giveBack(counted, 'unproved');
      this.right.add(key);
      return session;
    } catch (error) {
      const code = error instanceof Problem ? error.code : '';
      if (code === 'UNAUTHENTICATED' || code === 'VALIDATION_FAILED') {
        this.wrong.add(key);
        this.right.delete(key);
        return null;
      }
      if (counted !== null) this.limits.giveBack(counted, 'unproved');
      throw error;
    }
  }

  /**
   * Before identity is asked, so that no number at once passes. Where those that are asked about just now alone fill the limit,
   * it waits for them: after a restart of the gateway a whole office comes back at once, and all of it is right.
   */
  private async takeTurn(address: string, ctx: RequestContext): Promise<void> {
    for (;;) {
      const retryAfter = this.limits.tryTake(address, 'unproved');
      if (retryAfter === 0) return;
      const others = this.proving.get(address);
      if (!others?.size || ctx.deadline.remaining < RESERVE_MS) refuse('TOO_MANY_REQUESTS', { retryAfter });
      await Promise.race(others);
    }
  }

  /** @throws Refusal TOO_MANY_REQUESTS where an unknown credential from there would not be asked about now */
  requireTurn(address: string): void {
    if (!this.proving.has(address)) this.limits.requireRoom(address, 'unproved');
  }

  private async underWay<T>(address: string, asking: Promise<T>): Promise<T> {
    const others = this.proving.get(address) ?? new Set();
    const ended = asking.then(
      () => undefined,
      () => undefined,
    );
    this.proving.set(address, others.add(ended));
    try {
      return await asking;
    } finally {
      others.delete(ended);
      if (others.size === 0) this.proving.delete(address);
    }
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
    for (const credential of credentials) this.right.add(keyOf(credential));
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
    if (this.known.size >= MAX) this.known.delete(this.known.keys().next().value!);
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
    for (const [key, { session }] of this.known) if (gone(session)) this.known.delete(key);
    this.asking.clear();
  }
}

const keyOf = (credential: string): string => createHash('sha256').update(credential).digest('base64');
