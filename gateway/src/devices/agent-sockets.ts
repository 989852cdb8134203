import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { commandQueued, type EventContract } from '@tessera/contracts';
import { Bus, EventFeed, type EventEnvelope, type FeedListener } from '@tessera/platform';
import { WebSocketServer } from 'ws';
import { writeAtOnce } from '../http/flush.js';
import { AgentConnection, closing } from './agent-connection.js';
import { CheckIns } from './check-ins.js';
import { EndedEnrollments } from './ended-enrollments.js';
import { PresenceReports } from './presence-reports.js';

const PATH = '/api/v1/agent/connect';
/** A socket costs a few kilobytes; more devices than this need another gateway. */
const MAX_SOCKETS = 20_000;
/** At once in the handshake: proofs cost the service a signature check each. */
const MAX_PROVING = 500;
/** Messages of devices are proofs, of a few hundred bytes. */
const MAX_MESSAGE = 4_096;
const PING_MS = 20_000;
/** After a gap in the bus all devices look, spread over this time. Milliseconds. */
const LOOK_SPREAD_MS = 10_000;
/** After a restart devices come back over this many seconds. */
const RETURN_SPREAD = 20;

/** The devices that are connected to this gateway. */
@Injectable()
export class AgentSockets implements FeedListener, OnApplicationBootstrap, OnModuleDestroy {
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE,
    perMessageDeflate: false,
  });
  private readonly connections = new Set<AgentConnection>();
  private readonly byDevice = new Map<string, AgentConnection>();
  private readonly ended = new EndedEnrollments();
  private timer: NodeJS.Timeout | null = null;
  private stopping = false;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Bus) private readonly bus: Bus,
    @Inject(EventFeed) feed: EventFeed,
    @Inject(PresenceReports) private readonly presence: PresenceReports,
    @Inject(CheckIns) private readonly checkIns: CheckIns,
  ) {
    feed.add(this);
  }

  onApplicationBootstrap(): void {
    const http = this.host.httpAdapter.getHttpServer() as Server;
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      this.upgrade(request, socket, head),
    );
    this.timer = setInterval(() => this.ping(), PING_MS);
    this.timer.unref();
  }

  /** Devices are asked to come back, each at a time of its own. */
  onModuleDestroy(): void {
    this.stopping = true;
    if (this.timer) clearInterval(this.timer);
    for (const connection of this.connections)
      connection.close(closing.restart, `retry-after=${1 + Math.floor(Math.random() * RETURN_SPREAD)}`);
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    writeAtOnce(socket);
    if (request.url?.split('?')[0] !== PATH) return refuse(socket, '404 Not Found');
    const proving = this.connections.size - this.byDevice.size;
    if (this.stopping || this.connections.size >= MAX_SOCKETS || proving >= MAX_PROVING)
      return refuse(socket, '503 Service Unavailable');
    this.server.handleUpgrade(request, socket, head, (ws) => {
      const connection = new AgentConnection(ws, this.bus, (c) => this.register(c));
      this.connections.add(connection);
      ws.on('close', () => this.remove(connection));
      void connection.challenge();
    });
  }

  /** A device that comes back before its old socket was found dead has one socket: the new one. */
  private register(connection: AgentConnection): void {
    const deviceId = connection.deviceId!;
    const end = this.ended.of(connection);
    if (end) return connection.close(closing.ended, end);
    this.byDevice.get(deviceId)?.close(closing.replaced, 'REPLACED');
    this.byDevice.set(deviceId, connection);
    this.checkIns.forget(deviceId);
    this.presence.arrived(deviceId);
  }

  private remove(connection: AgentConnection): void {
    this.connections.delete(connection);
    const { deviceId } = connection;
    if (!deviceId || this.byDevice.get(deviceId) !== connection) return;
    this.byDevice.delete(deviceId);
    this.presence.left(deviceId);
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

  /** Commands may have been queued unheard. */
  gap(): void {
    for (const connection of this.byDevice.values())
      setTimeout(() => connection.look(), Math.random() * LOOK_SPREAD_MS).unref();
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
