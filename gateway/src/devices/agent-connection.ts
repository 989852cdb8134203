import { makeChallenge, openSession, OpenSession, parseJson, validate } from '@tessera/contracts';
import { Problem, RequestContext, type Bus } from '@tessera/platform';
import type { WebSocket } from 'ws';

/** How long a device may take to prove itself. */
const HANDSHAKE_TIMEOUT_MS = 5_000;
/** A device that is further behind does not read. */
const MAX_PENDING_BYTES = 64 * 1024;

/** Close codes of the protocol; 4001 is final, after the others the device comes back. */
export const closing = {
  replaced: 4000,
  ended: 4001,
  rejected: 4003,
  restart: 1012,
  tryLater: 1013,
  unexpected: 1008,
} as const;
const endings = ['ENROLLMENT_ENDED', 'DEVICE_QUARANTINED'];

/** One socket of one device: the device proves itself once, and from then on only gets the message to check in. */
export class AgentConnection {
  deviceId: string | null = null;
  /** Of the enrollment that it has proved. */
  epoch = 0;
  /** When its proof arrived. */
  provedAt = 0;
  /** Whether it has answered the last ping. */
  alive = true;
  private proving = false;
  private challengedAt = Infinity;

  constructor(
    readonly socket: WebSocket,
    readonly address: string,
    private readonly bus: Bus,
    private readonly proved: (connection: AgentConnection) => void,
  ) {
    socket.on('pong', () => (this.alive = true));
    socket.on('error', () => socket.terminate());
    socket.on('message', (data, binary) => void this.receive(binary ? '' : String(data)));
    const timer = setTimeout(
      () => this.deviceId ?? this.close(closing.unexpected, 'TOO_SLOW'),
      HANDSHAKE_TIMEOUT_MS,
    );
    socket.on('close', () => clearTimeout(timer));
  }

  async challenge(): Promise<void> {
    try {
      const { challenge } = await this.bus.ask(makeChallenge, {}, RequestContext.system(5_000));
      this.send({ type: 'challenge', challenge });
      this.challengedAt = performance.now();
    } catch {
      this.close(closing.tryLater, 'retry-after=5');
    }
  }

  /** Milliseconds since the challenge; 0 while its proof is being checked. */
  get silenceMs(): number {
    return this.proving ? 0 : Math.max(0, performance.now() - this.challengedAt);
  }

  look(): void {
    this.send({ type: 'look' });
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
    // For a peer that does not answer the close, ws would wait half a minute.
    setTimeout(() => this.socket.terminate(), 2_000).unref();
  }

  /** One message is expected of a device, ever. */
  private async receive(text: string): Promise<void> {
    const proof = this.proving ? null : readProof(text);
    if (!proof) return this.close(closing.unexpected, 'UNEXPECTED_MESSAGE');
    this.proving = true;
    this.provedAt = performance.now();
    try {
      const session = await this.bus.ask(openSession, proof, RequestContext.system(5_000));
      if (this.socket.readyState !== this.socket.OPEN) return;
      this.deviceId = session.deviceId;
      this.epoch = proof.epoch;
      this.send({ type: 'welcome', ...session });
      this.proved(this);
    } catch (error) {
      const code = error instanceof Problem ? error.code : 'UNAVAILABLE';
      if (endings.includes(code)) this.close(closing.ended, code);
      else if (code === 'DEVICE_REJECTED') this.close(closing.rejected, code);
      else this.close(closing.tryLater, 'retry-after=5');
    }
  }

  private send(message: object): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > MAX_PENDING_BYTES) this.socket.terminate();
    else this.socket.send(JSON.stringify(message));
  }
}

function readProof(text: string): OpenSession | null {
  try {
    const { type, ...proof } = parseJson(text) as { type?: unknown };
    // A newer device may send fields that this release does not know.
    const fits = type === 'prove' && validate(OpenSession, proof, 'tolerant').length === 0;
    return fits ? (proof as OpenSession) : null;
  } catch {
    return null;
  }
}
