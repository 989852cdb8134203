import { makeChallenge, openSession, OpenSession, parseJson, validate } from '@tessera/contracts';
import { Problem, RequestContext, type Bus } from '@tessera/platform';
import type { WebSocket } from 'ws';

/** How long a device may take to prove itself, in milliseconds. */
const HANDSHAKE_MS = 5_000;
/** A device that is this many bytes behind does not read. */
const MAX_BEHIND = 64 * 1024;

/** Close codes of our own; 4001 is for good, after the others the device comes back. */
export const closing = {
  replaced: 4000,
  ended: 4001,
  rejected: 4003,
  restart: 1012,
  tryLater: 1013,
  unexpected: 1008,
} as const;
const endings = ['ENROLLMENT_ENDED', 'DEVICE_QUARANTINED'];

/** One socket of one device: it proves itself once, and from then on is only told to look. */
export class AgentConnection {
  deviceId: string | null = null;
  /** Of the enrollment that it has proved. */
  epoch = 0;
  /** When it showed its proof. */
  provedAt = 0;
  /** Answered the last ping. */
  alive = true;
  private proving = false;
  private asked = Infinity;

  constructor(
    readonly socket: WebSocket,
    readonly address: string,
    private readonly bus: Bus,
    private readonly proved: (connection: AgentConnection) => void,
  ) {
    socket.on('pong', () => (this.alive = true));
    socket.on('error', () => socket.terminate());
    socket.on('message', (data, binary) => void this.receive(binary ? '' : String(data)));
    const timer = setTimeout(() => this.deviceId ?? this.close(closing.unexpected, 'TOO_SLOW'), HANDSHAKE_MS);
    socket.on('close', () => clearTimeout(timer));
  }

  async challenge(): Promise<void> {
    try {
      const { challenge } = await this.bus.ask(makeChallenge, {}, RequestContext.system(5_000));
      this.send({ type: 'challenge', challenge });
      this.asked = performance.now();
    } catch {
      this.close(closing.tryLater, 'retry-after=5');
    }
  }

  /** For how many milliseconds it has owed its proof; 0 while it waits for us. */
  get silence(): number {
    return this.proving ? 0 : Math.max(0, performance.now() - this.asked);
  }

  look(): void {
    this.send({ type: 'look' });
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
    // A peer that does not answer the close would be waited for half a minute.
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
    if (this.socket.bufferedAmount > MAX_BEHIND) this.socket.terminate();
    else this.socket.send(JSON.stringify(message));
  }
}

function readProof(text: string): OpenSession | null {
  try {
    const { type, ...proof } = parseJson(text) as { type?: unknown };
    // A device that knows more than this release may say more.
    const fits = type === 'prove' && validate(OpenSession, proof, 'tolerant').length === 0;
    return fits ? (proof as OpenSession) : null;
  } catch {
    return null;
  }
}
