import { post } from './http.js';
import type { IdentityFile } from './identity.js';
import { sessionProof } from './protocol.js';

export interface Session {
  token: string;
  expiresAt: string;
  /** The clock by which `expiresAt` is meant; a platform that is older does not tell. */
  serverTime?: string;
  continuity: string;
  nextInterval: number;
}

export interface Proof {
  deviceId: string;
  epoch: number;
  challenge: string;
  continuity: string;
  signature: string;
}

/** A token is renewed this long before it expires, in milliseconds. */
const EARLY_MS = 60_000;

/** The device's token: got by signing a challenge, on the socket or by request, and used until it expires. */
export class Sessions {
  private current: { token: string; until: number } | null = null;
  private held: Promise<void> = Promise.resolve();

  constructor(
    private readonly baseUrl: string,
    private readonly identity: IdentityFile,
  ) {}

  /** @throws AgentRefused, PlatformUnreachable */
  async token(): Promise<string> {
    if (this.current && this.current.until > performance.now()) return this.current.token;
    const release = await this.exclusive();
    try {
      // The socket may have brought one meanwhile.
      if (this.current && this.current.until > performance.now()) return this.current.token;
      const { challenge } = await post<{ challenge: string }>(this.baseUrl, 'challenge', {});
      const proof = this.proof(challenge);
      const session = await post<Session>(this.baseUrl, 'session', proof);
      this.accept(session, proof.epoch);
      return session.token;
    } finally {
      release();
    }
  }

  proof(challenge: string): Proof {
    const { keys, enrollment } = this.identity.identity;
    const { deviceId, epoch, continuity } = enrollment!;
    const signature = sessionProof(keys, challenge, deviceId, epoch, continuity);
    return { deviceId, epoch, challenge, continuity, signature };
  }

  /** @param epoch that was proved; another enrollment may have begun meanwhile, with a chain of its own */
  accept(session: Session, epoch: number): void {
    if (this.identity.enrollment?.epoch !== epoch) return;
    this.identity.keepContinuity(session.continuity);
    const now = session.serverTime ? Date.parse(session.serverTime) : Date.now();
    const lifetime = Date.parse(session.expiresAt) - now || 0;
    // A clock that is far off must neither keep a token for ever nor ask for one each second.
    const until = Math.min(Math.max(lifetime - EARLY_MS, 30_000), 24 * 3_600_000);
    this.current = { token: session.token, until: performance.now() + until };
  }

  drop(): void {
    this.current = null;
  }

  /** A token was refused; not the one that the socket may have brought meanwhile. */
  dropIf(token: string): void {
    if (this.current?.token === token) this.current = null;
  }

  /** Waits for its turn. @returns how to end it; safe to call again */
  async exclusive(): Promise<() => void> {
    for (;;) {
      const before = this.held;
      await before;
      if (before === this.held) break;
    }
    let done: () => void = () => undefined;
    this.held = new Promise((resolve) => (done = resolve));
    return done;
  }
}
