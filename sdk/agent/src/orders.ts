import type { IdentityFile } from './identity.js';
import type { Ledger } from './ledger.js';
import type { AgentEvent } from './options.js';
import { openOrder, type Order, type SignedCommand } from './protocol.js';
import type { Runner } from './runner.js';

/** How far the platform's clock and this one may be apart once the difference is known, in milliseconds. */
const SKEW_MS = 60_000;

/** Decides what becomes of each order that arrives; docs/agent-protocol.md, section 5, has the steps. */
export class Orders {
  private clockOffset = 0;

  constructor(
    private readonly identity: IdentityFile,
    private readonly ledger: Ledger,
    private readonly runner: Runner,
    private readonly say: (event: AgentEvent) => void,
  ) {}

  take(signed: readonly SignedCommand[], serverTime: string): void {
    const now = Date.parse(serverTime) || Date.now();
    this.clockOffset = now - Date.now();
    this.ledger.prune(now);
    for (const command of signed) {
      const order = openOrder(command, this.identity.enrollment!);
      // Nothing that is not provably meant for this device in this epoch is done, or answered.
      if (typeof order === 'string') this.say({ type: 'ignored', reason: order });
      else this.follow(order);
    }
  }

  private follow(order: Order): void {
    if (order.type === 'cancel') this.cancel(order);
    else this.run(order);
    this.say({ type: 'order', order });
  }

  private cancel(order: Order): void {
    const { id } = order;
    if (this.runner.cancel(id)) return;
    if (this.ledger.has(id)) this.ledger.tellAgain(id);
    else this.ledger.open(order, { id, state: 'cancelled' });
  }

  private run(order: Order): void {
    const { id, kind = '' } = order;
    if (this.ledger.has(id)) return this.ledger.tellAgain(id);
    if (Date.parse(order.deliverBy) + SKEW_MS < Date.now() + this.clockOffset)
      return this.ledger.open(order, { id, state: 'rejected', reason: 'TOO_LATE' });
    if (!this.runner.knows(kind))
      return this.ledger.open(order, { id, state: 'rejected', reason: 'NOT_SUPPORTED' });
    this.ledger.open(order, { id, state: 'running', progress: 0 });
    this.runner.start(order);
  }
}
