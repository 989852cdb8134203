import type { Ledger } from './ledger.js';
import type { Order } from './protocol.js';
import { isStorable } from './result.js';

export interface Command {
  id: string;
  kind: string;
  parameters: Record<string, unknown>;
  /** Aborted when the command is cancelled, times out, or the agent stops. */
  signal: AbortSignal;
}

/** Does a command. What it returns is the result; what it throws makes the command fail with the error's message. */
export type Executor = (
  command: Command,
  progress: (percent: number) => void,
) => Promise<Record<string, unknown> | void>;

type Ending = 'CANCELLED' | 'TIMED_OUT' | 'STOPPED';

/** Runs commands one after the other. */
export class Runner {
  private readonly aborts = new Map<string, AbortController>();
  private queue: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly executors: Readonly<Record<string, Executor>>,
    private readonly changed: (urgent: boolean) => void,
  ) {}

  knows(kind: string): boolean {
    return Object.hasOwn(this.executors, kind);
  }

  start(order: Order): void {
    const abort = new AbortController();
    this.aborts.set(order.id, abort);
    this.queue = this.queue.then(() => this.run(order, abort));
  }

  /** Whether it runs, or waits to run; its end is reported when it has ended. */
  cancel(id: string): boolean {
    const abort = this.aborts.get(id);
    abort?.abort('CANCELLED' satisfies Ending);
    return abort !== undefined;
  }

  /** The enrollment is over, and with it everything that was ordered in it. */
  abandon(): void {
    for (const abort of this.aborts.values()) abort.abort('CANCELLED' satisfies Ending);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    for (const abort of this.aborts.values()) abort.abort('STOPPED' satisfies Ending);
    await this.queue;
  }

  private async run(order: Order, abort: AbortController): Promise<void> {
    const { id } = order;
    const timer = setTimeout(
      () => abort.abort('TIMED_OUT' satisfies Ending),
      Math.min((order.runTimeout ?? 3_600) * 1000, 2 ** 31 - 1),
    );
    try {
      abort.signal.throwIfAborted();
      const command = { id, kind: order.kind!, parameters: order.parameters ?? {}, signal: abort.signal };
      const result = await this.executors[order.kind!]!(command, (percent) => this.progress(id, percent));
      if (result && !isStorable(result)) this.ledger.note({ id, state: 'failed', reason: 'RESULT_INVALID' });
      else this.ledger.note({ id, state: 'succeeded', progress: 100, ...(result ? { result } : {}) });
    } catch (error) {
      const ending = abort.signal.aborted ? (abort.signal.reason as Ending) : null;
      if (ending === 'CANCELLED') this.ledger.note({ id, state: 'cancelled' });
      // Left as running on disk: the next start reports it as interrupted.
      else if (ending === 'STOPPED' && this.stopping) return;
      else this.ledger.note({ id, state: 'failed', reason: ending ?? reasonOf(error) });
    } finally {
      clearTimeout(timer);
      this.aborts.delete(id);
      this.changed(true);
    }
  }

  private progress(id: string, percent: number): void {
    if (!this.ledger.isRunning(id) || !Number.isFinite(percent)) return;
    this.ledger.note({ id, state: 'running', progress: Math.max(0, Math.min(100, Math.round(percent))) });
    this.changed(false);
  }
}

/** One line of at most 200 characters, as the protocol wants it. */
const reasonOf = (error: unknown): string =>
  [
    ...String(error instanceof Error ? error.message : error)
      .toWellFormed()
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '),
  ]
    .slice(0, 200)
    .join('');
