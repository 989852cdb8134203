import {
  AckPolicy,
  DiscardPolicy,
  jetstreamManager,
  JetStreamApiError,
  RetentionPolicy,
  StorageType,
  type JetStreamManager,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { registry, type EventContract } from '@tessera/contracts/kit';
import { ACK_WAIT_MS, MAX_DELIVER, MAX_ACK_PENDING } from '../events/limits.js';
import { connectWithRetry, type BusAddress } from './connect.js';
import { consumerName, streamName } from '../events/names.js';

/** The address is the bus's; the credentials are the admin's: the services may neither make nor change streams. */
export interface BusMigrateOptions extends BusAddress {
  /** How long to wait for the bus before it fails, in milliseconds; a minute by default. */
  patience?: number;
  /** Hears what is waited for, at once and every ten seconds. */
  waiting?: (reason: string) => void;
  /** Copies of each stream; 3 on a cluster of three. */
  replicas?: number;
  /** Bytes after which a stream refuses what is new; the outbox keeps it. */
  maxBytes?: number;
  /** Only these services' streams; all of the registry's by default. */
  services?: readonly string[];
}

const CONNECT_TIMEOUT_MS = 60_000;
const DAY = 24 * 3_600_000;

/**
 * Makes the streams and durable consumers that the contracts call for, and brings existing ones up to date. Safe to run
 * again and again, and by several at once.
 */
export async function busMigrate(o: BusMigrateOptions): Promise<{ streams: string[]; consumers: string[] }> {
  const nc = await connectWithRetry(
    o,
    { name: 'bus-migrate', inboxPrefix: '_INBOX_admin', maxReconnectAttempts: 150, reconnectTimeWait: 200 },
    o.waiting ?? (() => undefined),
    o.patience ?? CONNECT_TIMEOUT_MS,
  );
  try {
    const manager = await jetstreamManager(nc, { checkAPI: false, timeout: 10_000 });
    const events = [...registry.values()].filter((c): c is EventContract => c.kind === 'event');
    const wanted = events.filter((e) => !o.services || o.services.includes(e.service));
    const owners = [...new Set(wanted.map((e) => e.service))];
    for (const owner of owners) await ensureStream(manager, owner, o);
    const consumers: string[] = [];
    for (const event of wanted) {
      for (const service of event.consumers) {
        await ensureConsumer(manager, event, service);
        consumers.push(consumerName(service, event));
      }
    }
    return { streams: owners.map(streamName), consumers };
  } finally {
    await nc.close();
  }
}

async function ensureStream(manager: JetStreamManager, owner: string, o: BusMigrateOptions): Promise<void> {
  const settings = {
    subjects: [`evt.${owner}.>`],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    // `old` would silently drop what nobody has read yet.
    discard: DiscardPolicy.New,
    max_age: nanos(7 * DAY),
    max_bytes: o.maxBytes ?? 1024 ** 3,
    duplicate_window: nanos(10 * 60_000),
    num_replicas: o.replicas ?? 1,
  };
  try {
    await manager.streams.add({ name: streamName(owner), ...settings });
  } catch (error) {
    if (!isTaken(error)) throw error;
    await manager.streams.update(streamName(owner), settings);
  }
}

async function ensureConsumer(
  manager: JetStreamManager,
  event: EventContract,
  service: string,
): Promise<void> {
  const name = consumerName(service, event);
  const settings = {
    filter_subject: event.subject,
    ack_wait: nanos(ACK_WAIT_MS),
    max_deliver: MAX_DELIVER + 1,
    max_ack_pending: MAX_ACK_PENDING,
  };
  try {
    await manager.consumers.add(streamName(event.service), {
      durable_name: name,
      ack_policy: AckPolicy.Explicit,
      ...settings,
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    await manager.consumers.update(streamName(event.service), name, settings);
  }
}

/** The server's codes for "already in use": 10058 for a stream, 10148 and 10013 for a consumer. */
const isTaken = (error: unknown): boolean =>
  error instanceof JetStreamApiError && [10058, 10148, 10013, 10105].includes(error.code);
