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

/** How long "nothing to do" is kept: the feed of events may lose one unnoticed. */
const IDLE_TTL_MS = 120_000;
const MAX_IDLE = 100_000;

/** After one of these the next check-in of a device goes to the service. */
const invalidatingEvents = new Set<EventContract>([
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
 * Check-ins of devices. One without news, from a device whose last reply was "nothing to do" and which no event has named
 * since, is answered from memory: it costs neither the bus nor the database. All others go to the service.
 */
@Injectable()
export class CheckIns implements FeedListener {
  /** By token: only tokens that the service has accepted. */
  private readonly idle = lruCache<Idle>({
    maxEntries: MAX_IDLE,
    ttlMs: IDLE_TTL_MS,
    dispose: ({ deviceId }, token) => {
      if (this.tokens.get(deviceId) === token) this.tokens.delete(deviceId);
    },
  });
  private readonly tokens = new Map<string, string>();
  /** Check-ins at the service, with the devices named by events meanwhile: the reply may be older than the event. */
  private readonly inFlight = new Set<{ invalidated: Set<string>; all: boolean }>();

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

  /** The reply to a check-in without news, if it is sure to be "nothing to do". */
  fromMemory({ token }: Pick<SyncDevice, 'token'>): SyncReply | null {
    const idle = this.idle.get(token);
    if (!idle) return null;
    this.presence.recordCheckIn(idle.deviceId);
    const nextInterval = Math.max(1, Math.round(idle.interval * (0.9 + 0.2 * Math.random())));
    return { deviceId: idle.deviceId, commands: [], serverTime: new Date().toISOString(), nextInterval };
  }

  /** A new session invalidates the token of the one before, here too. */
  async opened(session: Promise<DeviceSession>): Promise<DeviceSession> {
    const opened = await session;
    this.forget(opened.deviceId);
    return opened;
  }

  private async ask(input: SyncDevice, ctx: RequestContext): Promise<SyncReply> {
    const checkIn = { invalidated: new Set<string>(), all: false };
    this.inFlight.add(checkIn);
    try {
      const reply = await this.bus.ask(syncDevice, input, ctx);
      const isIdle = !checkIn.all && !checkIn.invalidated.has(reply.deviceId) && reply.commands.length === 0;
      if (isIdle) this.remember(input.token, reply);
      else this.forget(reply.deviceId);
      return reply;
    } finally {
      this.inFlight.delete(checkIn);
    }
  }

  private remember(token: string, { deviceId, nextInterval }: SyncReply): void {
    this.forget(deviceId);
    this.idle.set(token, { deviceId, interval: nextInterval });
    this.tokens.set(deviceId, token);
  }

  /** The next check-in of the device goes to the service. */
  forget(deviceId: string): void {
    const token = this.tokens.get(deviceId);
    if (token !== undefined) this.idle.delete(token);
  }

  event(contract: EventContract, event: EventEnvelope): void {
    if (!invalidatingEvents.has(contract)) return;
    const { deviceId } = event.data as { deviceId: string };
    for (const checkIn of this.inFlight) checkIn.invalidated.add(deviceId);
    this.forget(deviceId);
  }

  gap(): void {
    for (const checkIn of this.inFlight) checkIn.all = true;
    this.idle.clear();
  }
}
