/** What becomes of each request of a batch, in the order in which they were handed over. */
export type Outcomes<O> = PromiseSettledResult<O>[];

export interface GatheringOptions<I> {
  /** Requests of one batch at most. */
  most: number;
  /** Batches in work at once. */
  lanes: number;
  /** Any whole number; requests with the same one follow each other in one lane, and do not wait for each other's rows. */
  laneOf: (request: I) => number;
  /** Two requests of the same name are never in one batch. */
  apart: (request: I) => string;
}

interface Waiting<I, O> {
  request: I;
  resolve: (reply: O) => void;
  reject: (reason: unknown) => void;
}

interface Lane<I, O> {
  waiting: Waiting<I, O>[];
  busy: boolean;
}

/**
 * Gathers what is asked at the same time into batches. Nobody waits for company: a request whose lane is free begins
 * within the same turn of the event loop, and only what comes while it is busy is handled together. So a batch grows with
 * the load, and what it costs, a transaction, is shared by the more the busier it is.
 *
 * A batch that fails as a whole is handled again one by one, so that none fails because of another.
 */
export class Gathering<I, O> {
  private readonly lanes: Lane<I, O>[];
  private planned = false;

  /** @param work answers each request of the batch; it throws only when it has done nothing for any of them */
  constructor(
    private readonly work: (batch: I[]) => Promise<Outcomes<O>>,
    private readonly options: GatheringOptions<I>,
  ) {
    this.lanes = Array.from({ length: options.lanes }, () => ({ waiting: [], busy: false }));
  }

  add(request: I): Promise<O> {
    const { waiting } = this.lanes[this.options.laneOf(request) % this.lanes.length]!;
    const outcome = new Promise<O>((resolve, reject) => waiting.push({ request, resolve, reject }));
    if (!this.planned) {
      this.planned = true;
      // The rest of what came in the same packet is not here yet.
      setImmediate(() => {
        this.planned = false;
        for (const lane of this.lanes) if (!lane.busy) void this.empty(lane);
      });
    }
    return outcome;
  }

  private async empty(lane: Lane<I, O>): Promise<void> {
    lane.busy = true;
    while (lane.waiting.length) await this.handle(this.take(lane));
    lane.busy = false;
  }

  private take(lane: Lane<I, O>): Waiting<I, O>[] {
    const names = new Set<string>();
    const batch: Waiting<I, O>[] = [];
    const left: Waiting<I, O>[] = [];
    for (const one of lane.waiting) {
      const name = this.options.apart(one.request);
      (batch.length < this.options.most && !names.has(name) ? batch : left).push(one);
      names.add(name);
    }
    lane.waiting.splice(0, Infinity, ...left);
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
