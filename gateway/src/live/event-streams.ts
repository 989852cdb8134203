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
import { Sessions, type SessionOwner } from '../auth/sessions.js';
import type { Config } from '../config.js';
import { Tally } from '../limits/tally.js';
import { RecentChanges } from './recent-changes.js';

/** One open stream: its person, and its connection. */
export interface Listener {
  actor: Actor;
  address: string;
  /** Resolves the session again; ends the stream where it has ended. */
  renew(): Promise<void>;
  write(text: string): void;
  /** Bytes that are written and not yet sent. */
  pending(): number;
  end(): void;
  /** Ends at once: towards a client that does not read, an orderly end would never finish, nor free what is unsent. */
  destroy(): void;
}

/** A client that is further behind is disconnected; it comes back and reads everything again. */
const MAX_PENDING_BYTES = 256 * 1024;
const HEARTBEAT_INTERVAL_MS = 15_000;
/** After a stream that was one too many. */
const RETRY_AFTER_SECONDS = 30;
/** After a gap in the bus all streams resolve their sessions again, spread over this time. */
const RENEW_SPREAD_MS = 4_000;

const RESYNC = 'event: resync\ndata: {}\n\n';

interface Change {
  contract: EventContract;
  event: Pick<EventEnvelope, 'companyId' | 'userId'>;
  text: string;
}

/** Sends clients what changed for them: kinds and ids, never records, which they read by the usual routes. */
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
    sessions.onChanged((owner) => this.renew(owner));
    this.timer = setInterval(() => this.send(() => true, ': still here\n\n'), HEARTBEAT_INTERVAL_MS);
    this.timer.unref();
  }

  /**
   * Refuses a new stream instead of ending an old one: pages that lose their stream come back, and would end each other's.
   * @throws Refusal TOO_MANY_REQUESTS
   */
  requireRoom(userId: string, address: string): void {
    const [ofPerson, ofAddress] = [this.persons.of(userId), this.addresses.of(addressKey(address))];
    const { STREAMS_PER_PERSON, STREAMS_PER_ADDRESS } = this.config;
    if (ofPerson >= STREAMS_PER_PERSON || ofAddress >= STREAMS_PER_ADDRESS)
      refuse('TOO_MANY_REQUESTS', { retryAfter: RETRY_AFTER_SECONDS });
  }

  /** Begins with the changes of the last `ago` milliseconds, so that a client that read just before misses none. */
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
    // Events about rights may have been lost too.
    for (const listener of this.listeners)
      setTimeout(() => void listener.renew(), Math.random() * RENEW_SPREAD_MS).unref();
  }

  /** Rights, role or company may have changed: further events go by the new ones. */
  private renew({ userId, companyId }: SessionOwner): void {
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
    return all.length > MAX_PENDING_BYTES / 2 ? RESYNC : all;
  }

  /** Ends all streams, so that the server can close; clients come back to another instance. */
  close(): void {
    clearInterval(this.timer);
    for (const listener of [...this.listeners]) this.drop(listener);
  }

  private send(to: (listener: Listener) => boolean, text: string): void {
    for (const listener of this.listeners) {
      if (!to(listener)) continue;
      if (listener.pending() > MAX_PENDING_BYTES) this.disconnect(listener);
      else listener.write(text);
    }
  }

  private disconnect(listener: Listener): void {
    this.forget(listener);
    listener.destroy();
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
