/** The outcome of each request of a batch, in the order of the requests. */
export type Outcomes<O> = PromiseSettledResult<O>[];

export interface BatcherOptions<I> {
  maxBatchSize: number;
  /** Batches that run at once: one for each partition. */
  partitions: number;
  /** Any whole number; requests with the same number share a partition, and so do not wait for each other's rows. */
  partitionOf: (request: I) => number;
  /** Two requests with the same key are never in one batch. */
  exclusiveKey: (request: I) => string;
}

interface Waiting<I, O> {
  request: I;
  resolve: (reply: O) => void;
  reject: (reason: unknown) => void;
}

interface Partition<I, O> {
  waiting: Waiting<I, O>[];
  busy: boolean;
}

/**
 * Collects concurrent requests into batches. A request whose partition is idle starts within the same turn of the event
 * loop; only requests that arrive while it is busy are batched. So the batch size grows with the load, and the cost of a
 * transaction is shared by more requests the busier the service is.
 *
 * A batch that fails as a whole is repeated request by request, so that none fails because of another.
 */
export class Batcher<I, O> {
  private readonly partitions: Partition<I, O>[];
  private planned = false;

  /** @param work answers each request of the batch; it throws only if it has changed nothing for any of them */
  constructor(
    private readonly work: (batch: I[]) => Promise<Outcomes<O>>,
    private readonly options: BatcherOptions<I>,
  ) {
    this.partitions = Array.from({ length: options.partitions }, () => ({ waiting: [], busy: false }));
  }

  add(request: I): Promise<O> {
    const { waiting } = this.partitions[this.options.partitionOf(request) % this.partitions.length]!;
    const outcome = new Promise<O>((resolve, reject) => waiting.push({ request, resolve, reject }));
    if (!this.planned) {
      this.planned = true;
      // The other requests of the same packet are delivered later in this iteration of the event loop.
      setImmediate(() => {
        this.planned = false;
        for (const partition of this.partitions) if (!partition.busy) void this.empty(partition);
      });
    }
    return outcome;
  }

  private async empty(partition: Partition<I, O>): Promise<void> {
    partition.busy = true;
    while (partition.waiting.length) await this.handle(this.take(partition));
    partition.busy = false;
  }

  private take(partition: Partition<I, O>): Waiting<I, O>[] {
    const keys = new Set<string>();
    const batch: Waiting<I, O>[] = [];
    const left: Waiting<I, O>[] = [];
    for (const one of partition.waiting) {
      const key = this.options.exclusiveKey(one.request);
      (batch.length < this.options.maxBatchSize && !keys.has(key) ? batch : left).push(one);
      keys.add(key);
    }
    partition.waiting.splice(0, Infinity, ...left);
    return batch;
  }

  private async handle(batch: Waiting<I, O>[]): Promise<void> {
    try {
      const outcomes = await this.work(batch.map((one) => one.request));
      for (const [at, { resolve, reject }] of batch.entries()) {
        const outcome = outcomes[at]!;
        if (outcome.status === 'fulfilled') resolve(outcome.value);
        else reject(outcome.reason);
      }
    } catch (error) {
      if (batch.length === 1) batch[0]!.reject(error);
      else for (const one of batch) await this.handle([one]);
    }
  }
}
