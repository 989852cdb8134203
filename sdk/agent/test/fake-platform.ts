import { createPublicKey, generateKeyPairSync, randomUUID, sign, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
type Json = Record<string, unknown>;

/** The platform's side of docs/agent-protocol.md, in memory, with every step of it open to a test. */
export class FakePlatform {
  readonly deviceId = randomUUID();
  readonly keys = generateKeyPairSync('ed25519');
  readonly other = generateKeyPairSync('ed25519');
  epoch = 0;
  enrolled: Json | null = null;
  continuity = '';
  /** What waits for the device. */
  orders: { payload: string; signature: string; keyId: string }[] = [];
  readonly syncs: Json[] = [];
  readonly proofs: boolean[] = [];
  /** Answered instead, once, by path. */
  readonly refusals = new Map<string, { status: number; code: string }>();
  /** Refuses a check-in or an enrollment for what it says: status and code, as an older platform or a proxy does. */
  objection: (path: string, body: Json) => [number, string] | null = () => null;
  /** Parts that a check-in is told were not taken. */
  refused: { part: string; code: string }[] = [];
  sockets: WebSocket[] = [];
  interval = 60;
  /** Milliseconds by which its clock is ahead of this one. */
  skew = 0;
  private readonly http: Server;
  private readonly server = new WebSocketServer({ noServer: true });

  private constructor() {
    this.http = createServer((request, response) => {
      void this.answer(request).then(([status, body]) =>
        response
          .writeHead(status, { 'content-type': `application/${status < 400 ? '' : 'problem+'}json` })
          .end(JSON.stringify(body)),
      );
    });
    this.http.on('upgrade', (request, socket, head) =>
      this.server.handleUpgrade(request, socket, head, (ws) => this.connect(ws)),
    );
  }

  static async start(): Promise<FakePlatform> {
    const fake = new FakePlatform();
    await new Promise<void>((resolve) => fake.http.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const ws of this.sockets) ws.terminate();
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  /** An order as the service signs it. */
  order(facts: Json = {}, by = this.keys.privateKey, keyId = 'k1') {
    const now = Date.now();
    const payload = JSON.stringify({
      type: 'run',
      id: randomUUID(),
      deviceId: this.deviceId,
      epoch: Math.max(1, this.epoch),
      kind: 'quick_scan',
      parameters: {},
      issuedAt: new Date(now).toISOString(),
      deliverBy: new Date(now + 7 * 24 * 3_600_000).toISOString(),
      runTimeout: 60,
      ...facts,
    });
    const signature = sign(null, Buffer.from(`tessera-command-v1\n${payload}`), by).toString('base64url');
    return { payload, signature, keyId };
  }

  look(): void {
    for (const ws of this.sockets) ws.send('{"type":"look"}');
  }

  /** Everything that the device has reported about a command. */
  reports(id: string): Json[] {
    return this.syncs.flatMap((s) => (s.commands as Json[] | undefined) ?? []).filter((c) => c.id === id);
  }

  private async answer(request: IncomingMessage): Promise<[number, unknown]> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Json;
    const path = request.url!.replace('/api/v1/agent/', '');
    const refusal = this.refusals.get(path);
    if (refusal) {
      this.refusals.delete(path);
      return [refusal.status, { code: refusal.code, detail: 'refused' }];
    }
    const objection = this.objection(path, body);
    if (objection) return [objection[0], { code: objection[1], detail: 'refused' }];
    if (path === 'enroll') return [201, this.enroll(body)];
    if (path === 'challenge') return [200, { challenge: 'challenge-1', expiresAt: new Date().toISOString() }];
    if (path === 'session') return [200, this.open(body)];
    this.syncs.push(body);
    const told = ((body.commands as Json[] | undefined) ?? []).map((c) => c.id);
    this.orders = this.orders.filter((o) => !told.includes((JSON.parse(o.payload) as Json).id));
    return [
      200,
      {
        deviceId: this.deviceId,
        commands: this.orders,
        serverTime: new Date(Date.now() + this.skew).toISOString(),
        nextInterval: this.interval,
        ...(this.refused.length ? { refused: this.refused } : {}),
      },
    ];
  }

  private enroll(body: Json): Json {
    // The same request again is the same enrollment.
    const again = this.enrolled?.proof === body.proof;
    this.enrolled = body;
    if (!again) {
      this.epoch++;
      this.continuity = '';
    }
    this.proofs.push(
      this.isSigned(`tessera-enroll-v1\n${String(body.code)}\n${String(body.publicKey)}`, String(body.proof)),
    );
    if (body.previousPublicKey) {
      const text = `tessera-replace-v1\n${String(body.code)}\n${String(body.publicKey)}`;
      this.proofs.push(this.isSigned(text, String(body.previousProof), String(body.previousPublicKey)));
    }
    const publicKey = this.keys.publicKey
      .export({ format: 'der', type: 'spki' })
      .subarray(12)
      .toString('base64url');
    return {
      deviceId: this.deviceId,
      epoch: this.epoch,
      serviceKeys: [{ id: 'k1', publicKey }],
      nextInterval: 1,
    };
  }

  private open({ challenge, deviceId, epoch, continuity, signature }: Json): Json {
    const text = ['tessera-session-v1', challenge, deviceId, epoch, continuity].join('\n');
    this.proofs.push(this.isSigned(text, String(signature)) && continuity === this.continuity);
    this.continuity = randomUUID();
    const serverTime = new Date(Date.now() + this.skew).toISOString();
    const expiresAt = new Date(Date.now() + this.skew + 3_600_000).toISOString();
    return { deviceId, token: 'token', expiresAt, serverTime, continuity: this.continuity, nextInterval: 1 };
  }

  private isSigned(text: string, signature: string, by = String(this.enrolled!.publicKey)): boolean {
    const raw = Buffer.from(by, 'base64url');
    const key = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  }

  private connect(ws: WebSocket): void {
    ws.send('{"type":"challenge","challenge":"challenge-2"}');
    ws.on('message', (data) => {
      this.sockets.push(ws);
      ws.send(JSON.stringify({ type: 'welcome', ...this.open(JSON.parse(String(data)) as Json) }));
    });
    ws.on('close', () => (this.sockets = this.sockets.filter((s) => s !== ws)));
  }
}
