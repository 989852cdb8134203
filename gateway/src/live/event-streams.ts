import { Inject, Injectable } from '@nestjs/common';
import { admits, type EventContract } from '@tessera/contracts';
import { EventFeed, type Actor, type EventEnvelope, type FeedListener } from '@tessera/platform';
import { Sessions } from '../auth/sessions.js';
import { RecentChanges } from './recent-changes.js';

/** Somebody who listens: writes text, says how much of it is still unsent, and can be ended or cut off. */
export interface Listener {
  actor: Actor;
  write(text: string): void;
  pending(): number;
  end(): void;
  /** Ends at once: who does not read would never let an orderly end come to its end, nor what is unsent be forgotten. */
  cut(): void;
}

/** A client that reads slower than this many bytes behind is cut off; it comes back and reads anew. */
const MAX_PENDING = 256 * 1024;
const HEARTBEAT_MS = 15_000;

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
  private readonly recent = new RecentChanges<Change>();
  private readonly timer: NodeJS.Timeout;

  constructor(@Inject(EventFeed) feed: EventFeed, @Inject(Sessions) sessions: Sessions) {
    feed.add(this);
    sessions.onRevoked(({ userId, sessionId }) => this.endOf(userId, sessionId));
    this.timer = setInterval(() => this.send(() => true, ': still here\n\n'), HEARTBEAT_MS);
    this.timer.unref();
  }

  /** Begins with the changes of the last `ago` milliseconds, so that who has read before misses none of them. */
  add(listener: Listener, ago = 0): () => void {
    this.listeners.add(listener);
    listener.write('retry: 2000\nevent: hello\ndata: {}\n\n');
    if (ago > 0) listener.write(this.before(listener.actor, ago));
    return () => this.listeners.delete(listener);
  }

  event(contract: EventContract, event: EventEnvelope): void {
    if (!contract.live) return;
    const { kind } = contract.live;
    const data = JSON.stringify({ kind, ids: idsOf(event.data as Record<string, unknown>) });
    const text = `id: ${event.id}\nevent: change\ndata: ${data}\n\n`;
    const { companyId, userId } = event;
    this.recent.add({ contract, event: { companyId, userId }, text });
    this.send((l) => concerns(contract, event, l.actor), text);
  }

  gap(): void {
    this.recent.gap();
    this.send(() => true, RESYNC);
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
    for (const listener of this.listeners) listener.end();
    this.listeners.clear();
  }

  private send(to: (listener: Listener) => boolean, text: string): void {
    for (const listener of this.listeners) {
      if (!to(listener)) continue;
      if (listener.pending() > MAX_PENDING) this.cut(listener);
      else listener.write(text);
    }
  }

  private cut(listener: Listener): void {
    this.listeners.delete(listener);
    listener.cut();
  }

  private drop(listener: Listener): void {
    this.listeners.delete(listener);
    listener.end();
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

/** The fields of a payload that are ids, and nothing else of it. */
function idsOf(data: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(data).filter((e): e is [string, string] => /Id$/.test(e[0]) && typeof e[1] === 'string'),
  );
}
