import WebSocket from 'ws';
import { BackOff } from './back-off.js';
import type { Session, Sessions } from './sessions.js';

/** The platform pings every 20 s; a socket that hears nothing for this long is dead. Milliseconds. */
const SILENCE_MS = 65_000;
/** Milliseconds for the whole handshake. */
const HANDSHAKE_MS = 15_000;

/**
 * The socket on which the platform says "look now". Nothing else of value travels on it, so losing it costs latency
 * only: check-ins go on.
 */
export class LiveSocket {
  open = false;
  /** Of the enrollment that it has proved the last time. */
  private epoch = 0;
  private socket: WebSocket | null = null;
  private timer: NodeJS.Timeout | null = null;
  private silence: NodeJS.Timeout | null = null;
  private stopped = false;
  private release: () => void = () => undefined;
  private readonly backOff = new BackOff();

  constructor(
    private readonly url: string,
    private readonly sessions: Sessions,
    private readonly on: {
      look(): void;
      changed(open: boolean): void;
      ended(code: string, epoch: number): void;
    },
  ) {}

  start(): void {
    this.connect();
  }

  stop(): void {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    if (this.silence) clearTimeout(this.silence);
    this.socket?.close(1000);
    this.socket?.terminate();
  }

  private connect(): void {
    const socket = new WebSocket(this.url, {
      handshakeTimeout: HANDSHAKE_MS,
      maxPayload: 16_384,
      perMessageDeflate: false,
    });
    this.socket = socket;
    socket.on('ping', () => this.heard());
    socket.on('message', (data) => {
      this.heard();
      void this.receive(socket, String(data));
    });
    socket.on('error', () => undefined);
    socket.on('close', (code, reason) => this.closed(code, String(reason)));
    this.heard();
  }

  private async receive(socket: WebSocket, data: string): Promise<void> {
    let message: { type?: unknown; challenge?: unknown };
    try {
      message = JSON.parse(data) as typeof message;
    } catch {
      return socket.terminate();
    }
    if (message.type === 'look') this.on.look();
    else if (message.type === 'challenge') await this.prove(socket, String(message.challenge));
    else if (message.type === 'welcome') this.welcome(message as unknown as Session);
  }

  /** One session is opened at a time, here or by request: each has to show what the last one gave. */
  private async prove(socket: WebSocket, challenge: string): Promise<void> {
    const release = await this.sessions.exclusive();
    if (socket.readyState !== WebSocket.OPEN) return release();
    this.release = release;
    const proof = this.sessions.proof(challenge);
    this.epoch = proof.epoch;
    socket.send(JSON.stringify({ type: 'prove', ...proof }));
  }

  private welcome(session: Session): void {
    this.sessions.accept(session, this.epoch);
    this.release();
    this.backOff.reset();
    this.open = true;
    this.on.changed(true);
  }

  private heard(): void {
    if (this.silence) clearTimeout(this.silence);
    this.silence = setTimeout(() => this.socket?.terminate(), SILENCE_MS);
  }

  private closed(code: number, reason: string): void {
    this.release();
    if (this.open) {
      this.open = false;
      this.on.changed(false);
    }
    if (this.silence) clearTimeout(this.silence);
    if (this.stopped) return;
    // 4001: the platform knows the device and does not want it any more.
    if (code === 4001) this.on.ended(reason, this.epoch);
    if (this.stopped) return;
    const asked = Number(/retry-after=(\d+)/.exec(reason)?.[1] ?? 0) * 1000;
    this.timer = setTimeout(() => this.connect(), this.backOff.next(asked));
  }
}
