import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';

export interface Hearing {
  queue?: string;
  callback: (message: Msg) => void;
}

/** A subscription that can be made again: one that the bus has refused or taken away is dead, whatever is permitted later. */
export class RenewableSubscription {
  private subscription: Subscription | null = null;
  ended = false;

  constructor(
    private readonly nc: NatsConnection,
    readonly subject: string,
    private readonly hearing: Hearing,
  ) {
    this.begin();
  }

  /** Whether the bus has it, as far as is known. */
  get alive(): boolean {
    return this.subscription !== null;
  }

  begin(): void {
    if (this.ended) return;
    const { queue, callback } = this.hearing;
    this.subscription = this.nc.subscribe(this.subject, {
      ...(queue ? { queue } : {}),
      // An error is a refusal; the connection hears of it too, and of those that the client can attribute to nobody.
      callback: (error, message) => void (error ?? callback(message)),
    });
  }

  /** The server has no such subscription any more. The client may still believe in it, and would when it reconnects. */
  lose(): void {
    if (this.subscription && !this.subscription.isClosed()) this.subscription.unsubscribe();
    this.subscription = null;
  }

  /** Takes nothing new; what has arrived is still handled. */
  async drain(): Promise<void> {
    this.ended = true;
    await this.subscription?.drain().catch(() => undefined);
  }

  unsubscribe(): void {
    this.ended = true;
    this.subscription?.unsubscribe();
  }
}
