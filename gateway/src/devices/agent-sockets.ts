import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { commandQueued, type EndedEnrollment, type EventContract } from '@tessera/contracts';
import { Bus, CONFIG, EventFeed, type EventEnvelope, type FeedListener } from '@tessera/platform';
import { WebSocketServer } from 'ws';
import type { Config } from '../config.js';
import { answerOnSocket } from '../http/early-answer.js';
import { disableWriteCoalescing } from '../http/write-coalescing.js';
import { securityHeaders } from '../http/hooks.js';
import { traceAndLanguageOf } from '../http/protocol-check.js';
import { withoutUpgrade } from '../http/without-upgrade.js';
import { CallerLimits } from '../limits/caller-limits.js';
import { clientAddressOf } from '../limits/client-address.js';
import { AgentConnection, closing } from './agent-connection.js';
import { CheckIns } from './check-ins.js';
import { EndedEnrollments } from './ended-enrollments.js';
import { EnrollmentChecks } from './enrollment-checks.js';
import { PresenceReports } from './presence-reports.js';
import { UnprovedSockets } from './unproved-sockets.js';

const PATH = '/api/v1/agent/connect';
/** A socket costs a few kilobytes; more devices than this need another gateway. */
const MAX_SOCKETS = 20_000;
/** Messages of devices are proofs, of a few hundred bytes. */
const MAX_MESSAGE_BYTES = 4_096;
const PING_INTERVAL_MS = 20_000;
/** After a gap in the bus all devices check in, spread over this time. */
const LOOK_SPREAD_MS = 10_000;
/** Devices come back over this time after a restart. */
const RECONNECT_SPREAD_SECONDS = 20;

/** The devices that are connected to this gateway. */
@Injectable()
export class AgentSockets implements FeedListener, OnApplicationBootstrap, OnModuleDestroy {
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  private readonly connections = new Set<AgentConnection>();
  private readonly unproved = new UnprovedSockets();
  private readonly byDevice = new Map<string, AgentConnection>();
  private readonly ended = new EndedEnrollments();
  private readonly checks: EnrollmentChecks;
  private timer: NodeJS.Timeout | null = null;
  private stopping = false;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Bus) private readonly bus: Bus,
    @Inject(EventFeed) feed: EventFeed,
    @Inject(PresenceReports) private readonly presence: PresenceReports,
    @Inject(CheckIns) private readonly checkIns: CheckIns,
    @Inject(CallerLimits) private readonly limits: CallerLimits,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL' | 'TRUSTED_PROXIES'>,
  ) {
    this.checks = new EnrollmentChecks(
      bus,
      () => [...this.byDevice].map(([deviceId, { epoch }]) => ({ deviceId, epoch })),
      (end) => this.endEnrollment(end),
    );
    feed.add(this);
  }

  onApplicationBootstrap(): void {
    const http = this.host.httpAdapter.getHttpServer() as Server;
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      this.upgrade(request, socket, head),
    );
    this.timer = setInterval(() => this.ping(), PING_INTERVAL_MS);
    this.timer.unref();
  }

  /** Devices are asked to come back, each at a time of its own. */
  onModuleDestroy(): void {
    this.stopping = true;
    this.checks.stop();
    if (this.timer) clearInterval(this.timer);
    for (const connection of this.connections)
      connection.close(
        closing.restart,
        `retry-after=${1 + Math.floor(Math.random() * RECONNECT_SPREAD_SECONDS)}`,
      );
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    disableWriteCoalescing(socket);
    const headers = securityHeaders(this.config);
    // Another protocol or another path: a server may always ignore the request to upgrade.
    if (request.url?.split('?')[0] !== PATH || !/^websocket$/i.test(request.headers.upgrade ?? ''))
      return withoutUpgrade(this.host.httpAdapter.getHttpServer() as Server, request, socket, headers);
    const refuse = (code: string, status: number, retryAfter: number) =>
      answerOnSocket(socket, { ...traceAndLanguageOf(request), code, status, retryAfter }, headers);
    const address = clientAddressOf(request, this.config.TRUSTED_PROXIES);
    const retryAfter = this.limits.tryTake(address, 'socket');
    if (retryAfter > 0) return refuse('TOO_MANY_REQUESTS', 429, retryAfter);
    if (this.stopping || this.connections.size >= MAX_SOCKETS) return refuse('UNAVAILABLE', 503, 1);
    this.server.handleUpgrade(request, socket, head, (ws) => {
      const connection = new AgentConnection(ws, address, this.bus, (c) => this.register(c));
      this.connections.add(connection);
      this.unproved.add(connection, address);
      ws.on('close', () => this.remove(connection));
      void connection.challenge();
    });
  }

  /** A device that comes back before its old socket was found dead keeps the new one. */
  private register(connection: AgentConnection): void {
    this.unproved.remove(connection, connection.address);
    const deviceId = connection.deviceId!;
    const end = this.ended.of(connection);
    if (end) return connection.close(closing.ended, end);
    this.byDevice.get(deviceId)?.close(closing.replaced, 'REPLACED');
    this.byDevice.set(deviceId, connection);
    this.checkIns.forget(deviceId);
    this.presence.socketOpened(deviceId);
  }

  private remove(connection: AgentConnection): void {
    this.connections.delete(connection);
    this.unproved.remove(connection, connection.address);
    const { deviceId } = connection;
    if (!deviceId || this.byDevice.get(deviceId) !== connection) return;
    this.byDevice.delete(deviceId);
    this.presence.socketClosed(deviceId);
  }

  private ping(): void {
    for (const connection of this.connections) {
      if (!connection.alive) connection.socket.terminate();
      connection.alive = false;
      if (connection.socket.readyState === connection.socket.OPEN) connection.socket.ping();
    }
  }

  event(contract: EventContract, event: EventEnvelope): void {
    const concerns = this.ended.note(contract, event) || contract === (commandQueued as EventContract);
    const connection = concerns && this.byDevice.get((event.data as { deviceId: string }).deviceId);
    if (!connection) return;
    const end = this.ended.of(connection);
    if (end) connection.close(closing.ended, end);
    else if (contract === (commandQueued as EventContract)) connection.look();
  }

  /** The device may have come back with a newer enrollment since the question. */
  private endEnrollment({ deviceId, epoch, code }: EndedEnrollment): void {
    const connection = this.byDevice.get(deviceId);
    if (connection?.epoch === epoch) connection.close(closing.ended, code);
  }

  /** Events of queued commands and ended enrollments may have been lost. */
  gap(): void {
    this.checks.afterGap();
    for (const connection of this.byDevice.values())
      setTimeout(() => connection.look(), Math.random() * LOOK_SPREAD_MS).unref();
  }
}
