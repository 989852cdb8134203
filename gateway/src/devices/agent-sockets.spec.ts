import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpAdapterHost } from '@nestjs/core';
import {
  checkEnrollments,
  commandQueued,
  deviceDisconnected,
  deviceEnrolled,
  deviceQuarantined,
  type EndedEnrollment,
  type EventContract,
  type OpenSession,
  type ReportPresence,
  type RequestContract,
} from '@tessera/contracts';
import {
  makeLogger,
  PeriodicJob,
  problemDocument,
  Problem,
  uuidv7,
  type Bus,
  type EventFeed,
} from '@tessera/platform';
import { eventually } from '@tessera/platform/testing';
import WebSocket from 'ws';
import { CallerLimits } from '../limits/caller-limits.js';
import { AgentSockets } from './agent-sockets.js';
import { CheckIns } from './check-ins.js';
import { PresenceReports } from './presence-reports.js';

const PATH = '/api/v1/agent/connect';

/** Answers in the devices service's stead: what matters here is what the socket makes of its answers. */
class DevicesService {
  readonly presence: ReportPresence[] = [];
  refusal: string | null = null;
  meanwhile: () => void = () => undefined;
  /** Enrollments that have ended without a word. */
  ended: EndedEnrollment[] = [];
  away = 0;

  ask(contract: RequestContract, input: object): Promise<unknown> {
    if (contract.subject.startsWith('rpc.devices.challenge'))
      return Promise.resolve({ challenge: 'c1', expiresAt: 'x' });
    if (contract.subject.startsWith('rpc.devices.presence')) {
      this.presence.push(input as ReportPresence);
      return Promise.resolve(null);
    }
    if (contract === (checkEnrollments as RequestContract)) {
      if (this.away-- > 0)
        return Promise.reject(new Problem(problemDocument('UNAVAILABLE', 'unavailable', '')));
      return Promise.resolve({ ended: this.ended });
    }
    if (this.refusal) return Promise.reject(new Problem(problemDocument(this.refusal, 'forbidden', '')));
    const { deviceId } = input as OpenSession;
    this.meanwhile();
    return Promise.resolve({ deviceId, token: 't', expiresAt: 'x', continuity: 'n', nextInterval: 5 });
  }
}

/** A device that collects its messages. */
class Client {
  readonly messages: Record<string, unknown>[] = [];
  readonly socket: WebSocket;
  closed: { code: number; reason: string } | null = null;
  deviceId = '';

  constructor(port: number, path = PATH) {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}${path}`);
    this.socket.on('message', (data) =>
      this.messages.push(JSON.parse(String(data)) as Record<string, unknown>),
    );
    this.socket.on('close', (code, reason) => (this.closed = { code, reason: String(reason) }));
    this.socket.on('error', () => undefined);
  }

  types = () => this.messages.map((m) => m.type);

  async prove(deviceId: string, epoch = 1): Promise<this> {
    this.deviceId = deviceId;
    await eventually(() => expect(this.types()).toContain('challenge'));
    const proof = { deviceId, epoch, challenge: 'c1', continuity: '', signature: 'A'.repeat(86) };
    this.socket.send(JSON.stringify({ type: 'prove', ...proof }));
    return this;
  }

  async welcome(deviceId: string, epoch = 1): Promise<this> {
    await this.prove(deviceId, epoch);
    await eventually(() => expect(this.types()).toContain('welcome'));
    return this;
  }
}

describe('GET /agent/connect', () => {
  let http: Server;
  let port: number;
  let service: DevicesService;
  let sockets: AgentSockets;
  let presence: PresenceReports;
  let reporting: PeriodicJob;
  let checkIns: CheckIns;
  const clients: Client[] = [];

  const client = (path?: string) => {
    const made = new Client(port, path);
    clients.push(made);
    return made;
  };
  const tell = (contract: unknown, deviceId: string, more: object = {}) =>
    sockets.event(contract as EventContract, { data: { deviceId, commandId: uuidv7(), ...more } } as never);

  beforeEach(async () => {
    http = createServer((_request, response) => response.writeHead(404).end());
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    port = (http.address() as AddressInfo).port;
    service = new DevicesService();
    presence = new PresenceReports(service as unknown as Bus);
    const host = { httpAdapter: { getHttpServer: () => http } } as unknown as HttpAdapterHost;
    const feed = { add: () => undefined } as unknown as EventFeed;
    checkIns = new CheckIns(service as unknown as Bus, feed, presence);
    const limits = new CallerLimits({ CALLER_RATE: 1_000, CALLER_BURST: 1_000 });
    const config = { PUBLIC_URL: 'http://localhost:8080', TRUSTED_PROXIES: 1 };
    sockets = new AgentSockets(host, service as unknown as Bus, feed, presence, checkIns, limits, config);
    sockets.onApplicationBootstrap();
    const report = { name: 'report-presence', everyMs: 1_000, run: () => presence.report() };
    reporting = new PeriodicJob(report, makeLogger('gateway', 'error'));
    reporting.start();
  });
  afterEach(async () => {
    sockets.onModuleDestroy();
    await reporting.stop();
    for (const c of clients.splice(0)) c.socket.terminate();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  });

  it('welcomes a device that answers the challenge, and sends `look` when a command is queued', async () => {
    const [one, two] = [uuidv7(), uuidv7()];
    const device = await client().welcome(one);
    const other = await client().welcome(two);
    expect(device.messages.at(-1)).toMatchObject({ type: 'welcome', token: 't', continuity: 'n' });

    tell(commandQueued, one);

    await eventually(() => expect(device.types()).toEqual(['challenge', 'welcome', 'look']));
    expect(other.types()).toEqual(['challenge', 'welcome']);
  });

  it('reports connected and disconnected devices in one batch', async () => {
    const ids = [uuidv7(), uuidv7()];
    const [first] = await Promise.all(ids.map((id) => client().welcome(id)));
    await eventually(() =>
      expect(service.presence.flatMap((p) => p.present).sort()).toEqual([...ids].sort()),
    );
    expect(service.presence).toHaveLength(1);
    first!.socket.close();
    await eventually(() => expect(service.presence.flatMap((p) => p.gone)).toEqual([ids[0]]));
  });

  it('closes the socket of a device that is disconnected from its account', async () => {
    const id = uuidv7();
    const device = await client().welcome(id);
    tell(deviceDisconnected, id);
    await eventually(() => expect(device.closed).toEqual({ code: 4001, reason: 'ENROLLMENT_ENDED' }));
  });

  it('asks after a gap in the bus which enrollments have ended, until there is a reply', async () => {
    const [old, fresh, other] = [uuidv7(), uuidv7(), uuidv7()];
    const left = await client().welcome(old);
    const stays = await client().welcome(fresh, 2);
    const held = await client().welcome(other);
    const copied = await client().welcome(uuidv7());
    service.ended = [
      { deviceId: old, epoch: 1, code: 'ENROLLMENT_ENDED' },
      { deviceId: fresh, epoch: 1, code: 'ENROLLMENT_ENDED' },
      { deviceId: copied.deviceId, epoch: 1, code: 'DEVICE_QUARANTINED' },
    ];
    service.away = 1;

    sockets.gap();

    await eventually(() => expect(left.closed).toEqual({ code: 4001, reason: 'ENROLLMENT_ENDED' }));
    await eventually(() => expect(copied.closed).toEqual({ code: 4001, reason: 'DEVICE_QUARANTINED' }));
    expect([service.away, stays.closed, held.closed]).toEqual([-1, null, null]);
  });

  it('closes the socket of an enrollment that was replaced, and keeps that of the new one', async () => {
    const [old, fresh] = [uuidv7(), uuidv7()];
    const left = await client().welcome(old);
    const stays = await client().welcome(fresh, 2);
    tell(deviceEnrolled, old, { epoch: 2 });
    tell(deviceEnrolled, fresh, { epoch: 2 });
    await eventually(() => expect(left.closed).toEqual({ code: 4001, reason: 'ENROLLMENT_ENDED' }));
    tell(commandQueued, fresh);
    await eventually(() => expect(stays.types()).toContain('look'));
    await eventually(() => expect(service.presence.flatMap((p) => p.gone)).toEqual([old]));
  });

  it.each([
    [deviceEnrolled, { epoch: 2 }, 'ENROLLMENT_ENDED'],
    [deviceDisconnected, {}, 'ENROLLMENT_ENDED'],
    [deviceQuarantined, {}, 'DEVICE_QUARANTINED'],
  ])('refuses a device whose enrollment ends during the handshake (%#)', async (contract, more, reason) => {
    const id = uuidv7();
    service.meanwhile = () => tell(contract, id, more);
    const device = await client().prove(id);
    await eventually(() => expect(device.closed).toEqual({ code: 4001, reason }));
    expect(service.presence.flatMap((p) => p.present)).not.toContain(id);
    service.meanwhile = () => undefined;
    await client().welcome(id, 2);
    await eventually(() => expect(service.presence.flatMap((p) => p.present)).toContain(id));
  });

  it.each([
    ['ENROLLMENT_ENDED', { code: 4001, reason: 'ENROLLMENT_ENDED' }],
    ['DEVICE_QUARANTINED', { code: 4001, reason: 'DEVICE_QUARANTINED' }],
    ['DEVICE_REJECTED', { code: 4003, reason: 'DEVICE_REJECTED' }],
    ['UNAVAILABLE', { code: 1013, reason: 'retry-after=5' }],
  ])('closes when the service says %s', async (refusal, expected) => {
    service.refusal = refusal;
    const device = await client().prove(uuidv7());
    await eventually(() => expect(device.closed).toEqual(expected));
  });

  it('keeps one socket for a device: the new one', async () => {
    const id = uuidv7();
    const old = await client().welcome(id);
    const fresh = await client().welcome(id);
    await eventually(() => expect(old.closed?.code).toBe(4000));
    tell(commandQueued, id);
    await eventually(() => expect(fresh.types()).toContain('look'));
    expect(service.presence.flatMap((p) => p.gone)).toEqual([]);
  });

  it.each([
    ['no JSON', 'hello', 1008],
    ['another message', '{"type":"look"}', 1008],
    ['a proof without a signature', JSON.stringify({ type: 'prove', deviceId: uuidv7() }), 1008],
    ['more than a proof can be', 'x'.repeat(5_000), 1009],
  ])('ends the conversation on %s', async (_what, message, code) => {
    const device = client();
    await eventually(() => expect(device.types()).toContain('challenge'));
    device.socket.send(message);
    await eventually(() => expect(device.closed?.code).toBe(code));
  });

  it('ends the conversation when a device speaks after it was welcomed', async () => {
    const device = await client().welcome(uuidv7());
    device.socket.send('{"type":"prove"}');
    await eventually(() => expect(device.closed?.code).toBe(1008));
  });

  it('asks devices to come back at different times when it stops, and takes no new ones', async () => {
    const devices = await Promise.all(Array.from({ length: 8 }, () => client().welcome(uuidv7())));
    sockets.onModuleDestroy();
    await eventually(() => expect(devices.every((d) => d.closed?.code === 1012)).toBe(true));
    const hints = devices.map((d) => Number(/^retry-after=(\d+)$/.exec(d.closed!.reason)![1]));
    expect(hints.every((h) => h >= 1 && h <= 20)).toBe(true);
    expect(new Set(hints).size).toBeGreaterThan(1);
    const late = client();
    await eventually(() => expect(late.closed?.code).toBe(1006));
    expect(late.messages).toEqual([]);
  });

  it('opens no socket anywhere else', async () => {
    const elsewhere = client('/api/v1/events');
    await eventually(() => expect(elsewhere.closed?.code).toBe(1006));
    expect(elsewhere.messages).toEqual([]);
  });
});
