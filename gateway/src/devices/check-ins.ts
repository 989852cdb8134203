import { Inject, Injectable } from '@nestjs/common';
import {
  commandQueued,
  deviceDisconnected,
  deviceEnrolled,
  deviceQuarantined,
  syncDevice,
  type DeviceSession,
  type EventContract,
  type SyncDevice,
  type SyncReply,
} from '@tessera/contracts';
import {
  Bus,
  EventFeed,
  type EventEnvelope,
  type FeedListener,
  type RequestContext,
} from '@tessera/platform';
import { lruCache } from '../lru-cache.js';
import { PresenceReports } from './presence-reports.js';

/** How long "nothing to do" is believed: the feed of events may lose one without a trace. Milliseconds. */
const IDLE_MS = 120_000;
const MAX_IDLE = 100_000;

/** What makes the next check-in of a device a matter for the service. */
const concern = new Set<EventContract>([
  commandQueued as EventContract,
  deviceDisconnected as EventContract,
  deviceEnrolled as EventContract,
  deviceQuarantined as EventContract,
]);

interface Idle {
  deviceId: string;
  interval: number;
}

/**
 * Check-ins of devices. One that brings nothing, from a device that was told "nothing" and of which no event has spoken
 * since, is answered from memory: it costs neither the bus nor the database. Everything else goes to the service.
 */
@Injectable()
export class CheckIns implements FeedListener {
  /** By token: only one that the service has accepted gets in. */
  private readonly idle = lruCache<Idle>({
    maxEntries: MAX_IDLE,
    ttlMs: IDLE_MS,
    dispose: ({ deviceId }, token) => {
      if (this.tokens.get(deviceId) === token) this.tokens.delete(deviceId);
    },
  });
  private readonly tokens = new Map<string, string>();
  /** Devices with an event while some check-in was at the service: its answer may be older than the event. */
  private readonly asking = new Set<{ disturbed: Set<string>; all: boolean }>();

  constructor(
    @Inject(Bus) private readonly bus: Bus,
    @Inject(EventFeed) feed: EventFeed,
    @Inject(PresenceReports) private readonly presence: PresenceReports,
  ) {
    feed.add(this);
  }

  async sync(input: SyncDevice, ctx: RequestContext): Promise<SyncReply> {
    const { report, apps, commands } = input;
    const plain = report === undefined && apps === undefined && commands === undefined;
    const known = plain ? this.fromMemory(input) : null;
    if (known) return known;
    const reply = await this.ask(input, ctx);
    this.presence.recordCheckIn(reply.deviceId);
    return reply;
  }

  /** The answer to a check-in without news, if it is sure to be "nothing". */
  fromMemory({ token }: Pick<SyncDevice, 'token'>): SyncReply | null {
    const idle = this.idle.get(token);
    if (!idle) return null;
    this.presence.recordCheckIn(idle.deviceId);
    const nextInterval = Math.max(1, Math.round(idle.interval * (0.9 + 0.2 * Math.random())));
    return { deviceId: idle.deviceId, commands: [], serverTime: new Date().toISOString(), nextInterval };
  }

  /** A new session makes the token of the one before void, also for what is known without asking. */
  async opened(session: Promise<DeviceSession>): Promise<DeviceSession> {
    const opened = await session;
    this.forget(opened.deviceId);
    return opened;
  }

  private async ask(input: SyncDevice, ctx: RequestContext): Promise<SyncReply> {
    const asked = { disturbed: new Set<string>(), all: false };
    this.asking.add(asked);
    try {
      const reply = await this.bus.ask(syncDevice, input, ctx);
      const calm = !asked.all && !asked.disturbed.has(reply.deviceId) && reply.commands.length === 0;
      if (calm) this.remember(input.token, reply);
      else this.forget(reply.deviceId);
      return reply;
    } finally {
      this.asking.delete(asked);
    }
  }

  private remember(token: string, { deviceId, nextInterval }: SyncReply): void {
    this.forget(deviceId);
    this.idle.set(token, { deviceId, interval: nextInterval });
    this.tokens.set(deviceId, token);
  }

  /** The next check-in of the device is a matter for the service. */
  forget(deviceId: string): void {
    const token = this.tokens.get(deviceId);
    if (token !== undefined) this.idle.delete(token);
  }

  event(contract: EventContract, event: EventEnvelope): void {
    if (!concern.has(contract)) return;
    const { deviceId } = event.data as { deviceId: string };
    for (const asked of this.asking) asked.disturbed.add(deviceId);
    this.forget(deviceId);
  }

  gap(): void {
    for (const asked of this.asking) asked.all = true;
    this.idle.clear();
  }
}
