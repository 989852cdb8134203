import { Inject, Injectable } from '@nestjs/common';
import { admits, type EventContract } from '@tessera/contracts';
import {
  addressKey,
  CONFIG,
  EventFeed,
  refuse,
  type Actor,
  type EventEnvelope,
  type FeedListener,
} from '@tessera/platform';
import { Sessions, type Concerned } from '../auth/sessions.js';
import type { Config } from '../config.js';
import { Tally } from '../limits/tally.js';
import { RecentChanges } from './recent-changes.js';

/** Somebody who listens: writes text, says how much of it is still unsent, and can be ended or cut off. */
export interface Listener {
  actor: Actor;
  /** Where it listens from. */
  address: string;
  /** Asks anew who this is; ends it where the session has ended. */
  renew(): Promise<void>;
  write(text: string): void;
  pending(): number;
  end(): void;
  /** Ends at once: who does not read would never let an orderly end come to its end, nor what is unsent be forgotten. */
  cut(): void;
}

/** A client that reads slower than this many bytes behind is cut off; it comes back and reads anew. */
const MAX_PENDING = 256 * 1024;
const HEARTBEAT_MS = 15_000;
/** Seconds after which a stream too many may be tried again. */
const ROOM_AFTER = 30;
/** After a gap in the bus all streams ask anew, spread over this time. Milliseconds. */
const RENEW_SPREAD_MS = 4_000;

const RESYNC = 'event: resync\ndata: {}\n\n';

interface Change {
  contract: EventContract;
  event: Pick<EventEnvelope, 'companyId' | 'userId'>;
  text: string;
}

/** Tells clients what changed for them: kinds and ids, never records, which they read by the usual routes. */
@Injectable()
export class EventStreams implements FeedListener {
  private readonly listeners = new Set<Listener>();
  private readonly persons = new Tally();
  private readonly addresses = new Tally();
  private readonly recent = new RecentChanges<Change>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    @Inject(EventFeed) feed: EventFeed,
    @Inject(Sessions) sessions: Sessions,
    @Inject(CONFIG) private readonly config: Pick<Config, 'STREAMS_PER_PERSON' | 'STREAMS_PER_ADDRESS'>,
  ) {
    feed.add(this);
    sessions.onEnded(({ userId, sessionId }) => this.endOf(userId, sessionId));
    sessions.onChanged((concerned) => this.renew(concerned));
    this.timer = setInterval(() => this.send(() => true, ': still here\n\n'), HEARTBEAT_MS);
    this.timer.unref();
  }

  /**
   * Refused, not ended in favour of the new one: pages that have lost their stream come back, and would take each other's.
   * @throws Refusal TOO_MANY_REQUESTS
   */
  requireRoom(userId: string, address: string): void {
    const [person, place] = [this.persons.of(userId), this.addresses.of(addressKey(address))];
    const { STREAMS_PER_PERSON, STREAMS_PER_ADDRESS } = this.config;
    if (person >= STREAMS_PER_PERSON || place >= STREAMS_PER_ADDRESS)
      refuse('TOO_MANY_REQUESTS', { retryAfter: ROOM_AFTER });
  }

  /** Begins with the changes of the last `ago` milliseconds, so that who has read before misses none of them. */
  add(listener: Listener, ago = 0): () => void {
    this.listeners.add(listener);
    this.persons.add(listener.actor.userId);
    this.addresses.add(addressKey(listener.address));
    listener.write('retry: 2000\nevent: hello\ndata: {}\n\n');
    if (ago > 0) listener.write(this.before(listener.actor, ago));
    return () => this.forget(listener);
  }

  event(contract: EventContract, event: EventEnvelope): void {
    if (!contract.live) return;
    const { kind } = contract.live;
    const data = JSON.stringify({ kind, ids: idsOf(contract, event.data as object) });
    const text = `id: ${event.id}\nevent: change\ndata: ${data}\n\n`;
    const { companyId, userId } = event;
    this.recent.add({ contract, event: { companyId, userId }, text });
    this.send((l) => concerns(contract, event, l.actor), text);
  }

  gap(): void {
    this.recent.gap();
    this.send(() => true, RESYNC);
    // What was said of rights meanwhile was not heard either.
    for (const listener of this.listeners)
      setTimeout(() => void listener.renew(), Math.random() * RENEW_SPREAD_MS).unref();
  }

  /** Rights, role or company may be others now: what is told from here on goes by the new ones. */
  private renew({ userId, companyId }: Concerned): void {
    for (const listener of this.listeners) {
      const { actor } = listener;
      if (userId !== null ? actor.userId === userId : actor.companyId === companyId) void listener.renew();
    }
  }

  private before(actor: Actor, ago: number): string {
    const changes = this.recent.last(ago);
    if (!changes) return RESYNC;
    const texts = changes.filter((c) => concerns(c.contract, c.event, actor)).map((c) => c.text);
    const all = texts.join('');
    return all.length > MAX_PENDING / 2 ? RESYNC : all;
  }

  /** Ends all streams, so that the server can close; clients come back to another instance. */
  close(): void {
    clearInterval(this.timer);
    for (const listener of [...this.listeners]) this.drop(listener);
  }

  private send(to: (listener: Listener) => boolean, text: string): void {
    for (const listener of this.listeners) {
      if (!to(listener)) continue;
      if (listener.pending() > MAX_PENDING) this.cut(listener);
      else listener.write(text);
    }
  }

  private cut(listener: Listener): void {
    this.forget(listener);
    listener.cut();
  }

  private drop(listener: Listener): void {
    this.forget(listener);
    listener.end();
  }

  private forget(listener: Listener): void {
    if (!this.listeners.delete(listener)) return;
    this.persons.remove(listener.actor.userId);
    this.addresses.remove(addressKey(listener.address));
  }

  private endOf(userId: string, sessionId: string | null): void {
    for (const l of this.listeners) {
      if (l.actor.userId === userId && (sessionId === null || l.actor.sessionId === sessionId)) this.drop(l);
    }
  }
}

function concerns(contract: EventContract, event: Change['event'], actor: Actor): boolean {
  const live = contract.live!;
  if (!admits(live.also, actor.role)) return false;
  if (event.userId !== null && event.userId === actor.userId) return true;
  if (event.companyId === null || event.companyId !== actor.companyId) return false;
  if (live.to === 'user') return live.right !== undefined && actor.rights.includes(live.right);
  return live.right === undefined || actor.rights.includes(live.right);
}

const idsOf = (contract: EventContract, data: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([field]) => contract.liveIds.includes(field)));
