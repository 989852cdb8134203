import { registry, type EventContract } from '@tessera/contracts/kit';
import type { EventEnvelope } from '../events/envelope.js';
import type { BusConnection } from './connection.js';
import type { RenewableSubscription } from './renewable-subscription.js';

export interface FeedListener {
  event(contract: EventContract, event: EventEnvelope): void;
  /** The bus was away: events may be missing, everything derived from them must be read again. */
  gap(): void;
}

/**
 * Every event as it passes, at most once, for what is only live: clients' streams, caches, nudges of devices.
 * A plain core subscription, so that it costs no storage and no acknowledgement.
 */
export class EventFeed {
  private readonly listeners: FeedListener[] = [];
  private subscription: RenewableSubscription | null = null;

  constructor(private readonly connection: BusConnection) {}

  add(listener: FeedListener): void {
    this.listeners.push(listener);
  }

  start(): void {
    this.subscription = this.connection.hear('evt.>', {
      callback: (message) => {
        const contract = registry.get(message.subject);
        if (contract?.kind !== 'event') return;
        try {
          const event = message.json<EventEnvelope>();
          for (const listener of this.listeners) listener.event(contract, event);
        } catch {
          // The durable consumers move it to their dead letters.
        }
      },
    });
    this.connection.on('back', () => this.listeners.forEach((l) => l.gap()));
    this.connection.on('lost', () => this.listeners.forEach((l) => l.gap()));
  }

  stop(): void {
    this.subscription?.unsubscribe();
  }
}
