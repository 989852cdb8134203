import {
  createInbox,
  errors as natsErrors,
  type Msg,
  type MsgHdrs,
  type NatsConnection,
} from '@nats-io/transport-node';
import type { BusConnection } from './connection.js';

/** Interval of the time-out sweep; a time-out fires at most this much late. */
const SWEEP_INTERVAL_MS = 20;
const NO_RESPONDERS = 503;

interface Asked {
  subject: string;
  until: number;
  resolve: (answer: Msg) => void;
  reject: (error: Error) => void;
}

/** Rejects all requests in flight when the connection is lost: their answers would go to an inbox that is gone. */
export class ConnectionLost extends Error {}

/**
 * Request and reply over one inbox. The client's own makes an error with its stack for each request that is answered,
 * a timer, and a race of promises, which together cost the gateway more than the request itself, and leaves a lost connection to
 * the time-out (docs/decisions/0013).
 */
export class Requests {
  private readonly inbox: string;
  private readonly asked = new Map<string, Asked>();
  /** Only while somebody waits: an idle process is not woken fifty times a second for nothing. */
  private timer: NodeJS.Timeout | undefined;
  private count = 0;

  constructor(private readonly connection: BusConnection) {
    this.inbox = `${createInbox(`_INBOX_${connection.service}`)}.`;
    connection.hear(`${this.inbox}*`, { callback: (message) => this.answer(message) });
    connection.on('lost', () => this.failAll(new ConnectionLost()));
    connection.on('denied', (error) => this.deny(error));
  }

  /**
   * @param timeout milliseconds
   * @throws NoRespondersError, TimeoutError, PermissionViolationError of the client, and {@link ConnectionLost}
   */
  ask(subject: string, data: string, headers: MsgHdrs, timeout: number): Promise<Msg> {
    return new Promise((resolve, reject) => {
      const token = (this.count++).toString(36);
      this.asked.set(token, { subject, until: performance.now() + timeout, resolve, reject });
      this.timer ??= setInterval(() => this.expire(), SWEEP_INTERVAL_MS).unref();
      try {
        this.nc.publish(subject, data, { reply: this.inbox + token, headers });
      } catch (error) {
        this.asked.delete(token);
        reject(error as Error);
      }
    });
  }

  private get nc(): NatsConnection {
    return this.connection.nc;
  }

  private answer(message: Msg): void {
    const token = message.subject.slice(this.inbox.length);
    const asked = this.asked.get(token);
    // Later than it was waited for.
    if (!asked) return;
    this.asked.delete(token);
    const nobody = message.data.length === 0 && message.headers?.code === NO_RESPONDERS;
    if (nobody) asked.reject(new natsErrors.NoRespondersError(asked.subject));
    else asked.resolve(message);
  }

  private expire(): void {
    if (!this.asked.size) {
      clearInterval(this.timer);
      this.timer = undefined;
      return;
    }
    const now = performance.now();
    for (const [token, { until, reject }] of this.asked) {
      if (until > now) continue;
      this.asked.delete(token);
      reject(new natsErrors.TimeoutError());
    }
  }

  private deny(error: Error): void {
    if (!(error instanceof natsErrors.PermissionViolationError)) return;
    if (error.operation === 'subscription') {
      // No answer comes to an inbox that may not be heard.
      if (error.subject === `${this.inbox}*`) this.failAll(error);
      return;
    }
    for (const [token, { subject, reject }] of this.asked) {
      if (subject !== error.subject) continue;
      this.asked.delete(token);
      reject(error);
    }
  }

  private failAll(error: Error): void {
    const all = [...this.asked.values()];
    this.asked.clear();
    for (const { reject } of all) reject(error);
  }
}
