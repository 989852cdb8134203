import { Inject, Injectable } from '@nestjs/common';
import type { EventContract } from '@tessera/contracts/kit';
import type { ClientBase } from 'pg';
import { DataSource } from 'typeorm';
import { Refusal, refuse } from '../errors/problem.js';
import { isConflict, isConnectionFailure, isNotExecuted } from '../errors/to-problem.js';
import { RequestContext } from '../context/request-context.js';
import { IdempotentReplies } from '../idempotency/idempotent-replies.js';
import { OutboxWake } from '../outbox/wake.js';
import { ATTEMPTS, type Db } from './database.js';
import type { Outcomes } from './batcher.js';
import { OpenTransaction } from './open-transaction.js';

export interface Emission<P> {
  /** Whose clients and whose people it concerns; null: nobody's company. */
  companyId: string | null;
  /** For an event to one person. */
  userId?: string;
  /** The row that this transaction locked; its version orders the events of one aggregate. */
  aggregateId: string;
  version: number;
  data: P;
}

/** One running transaction. */
export interface Tx extends Db {
  readonly ctx: RequestContext;
  /** Puts an event into the outbox: it is published if, and only if, this transaction commits. */
  emit<P extends object>(event: EventContract<P>, emission: Emission<P>): void;
  /** Runs after the commit; a failure there is nobody's but its own. */
  afterCommit(effect: () => void): void;
  /** The same transaction on behalf of another request: what is emitted through it carries that one's trace. */
  under(ctx: RequestContext): Tx;
}

/** After a restart of the database every pooled connection fails once, and each try may meet another of them. */
const ATTEMPTS_AFTER_LOSS = 12;
/** With less than this left, a transaction is not begun. Milliseconds. */
const LEAST = 5;

/** What a transaction needs to know of a request. */
export interface BatchedRequest {
  readonly ctx: RequestContext;
}

/**
 * The transaction is a closure that loads, checks, changes and emits. It may run more than once, so it has no effects
 * but the database's, and no remote call stands inside it. What it returns to an idempotent request is the reply.
 */
@Injectable()
export class Transaction {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(IdempotentReplies) private readonly replies: IdempotentReplies,
    @Inject(OutboxWake) private readonly wake: OutboxWake,
  ) {}

  async run<T>(ctx: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    const [outcome] = await this.together([{ ctx }], async (tx) => [
      { status: 'fulfilled', value: await work(tx) },
    ]);
    if (outcome!.status === 'rejected') throw outcome!.reason;
    return outcome!.value;
  }

  /**
   * One transaction for several requests, each with its own idempotency key and trace. The closure gets those that are
   * still to be done and answers each of them; a rejected one must have changed nothing, and takes no other one with it.
   * @returns the outcome of each request, in their order
   * @throws only when nothing was done for any of them
   */
  async together<R extends BatchedRequest, T>(
    requests: readonly R[],
    work: (tx: Tx, requests: readonly R[]) => Promise<Outcomes<T>>,
  ): Promise<Outcomes<T>> {
    for (let attempt = 1; ; attempt++) {
      const { ctx } = requests.reduce((a, b) =>
        a.ctx.deadline.remaining < b.ctx.deadline.remaining ? b : a,
      );
      if (isLate(ctx)) refuse('DEADLINE_EXCEEDED');
      const runner = this.dataSource.createQueryRunner();
      let open: OpenTransaction | null = null;
      try {
        open = new OpenTransaction(ctx, runner, (await runner.connect()) as ClientBase);
        return await this.once(open, requests, work);
      } catch (error) {
        const lost = isConnectionFailure(error);
        // A lost connection before COMMIT was sent has changed nothing; after it nobody can know.
        if (lost && open?.committing && !isNotExecuted(error))
          return requests.map(() => ({ status: 'rejected', reason: error }));
        const most = lost ? ATTEMPTS_AFTER_LOSS : isConflict(error) ? ATTEMPTS : 1;
        if (attempt >= most) throw error;
      } finally {
        await runner.release().catch(() => undefined);
      }
    }
  }

  private async once<R extends BatchedRequest, T>(
    tx: OpenTransaction,
    requests: readonly R[],
    work: (tx: Tx, requests: readonly R[]) => Promise<Outcomes<T>>,
  ): Promise<Outcomes<T>> {
    try {
      const outcomes = new Map<R, PromiseSettledResult<T>>();
      // Nobody waits any more for those whose time went by while they waited for the others.
      for (const late of requests.filter(({ ctx }) => isLate(ctx)))
        outcomes.set(late, { status: 'rejected', reason: new Refusal('DEADLINE_EXCEEDED') });
      const keyed = requests.filter(
        (one) => !outcomes.has(one) && one.ctx.idempotency && !one.ctx.idempotency.claimed,
      );
      const claims = keyed.length
        ? await this.replies.claim(
            tx,
            keyed.map(({ ctx }) => ctx.idempotency!),
          )
        : [];
      for (const [at, reason] of claims.entries())
        if (reason) outcomes.set(keyed[at]!, { status: 'rejected', reason });
      const fresh = requests.filter((request) => !outcomes.has(request));
      const done = fresh.length ? await work(tx, fresh) : [];
      for (const [at, request] of fresh.entries()) outcomes.set(request, done[at]!);
      const stored = keyed.flatMap(({ ctx }, at) => {
        const outcome = outcomes.get(keyed[at]!)!;
        return outcome.status === 'fulfilled' ? [{ state: ctx.idempotency!, reply: outcome.value }] : [];
      });
      const events = await tx.commit(stored.length ? [this.replies.storing(stored)] : []);
      for (const { state, reply } of stored) Object.assign(state, { claimed: true, stored: reply });
      if (events) this.wake.now();
      tx.runEffects();
      return requests.map((request) => outcomes.get(request)!);
    } catch (error) {
      await tx.rollback();
      throw error;
    }
  }
}

const isLate = (ctx: RequestContext): boolean => ctx.deadline.remaining < LEAST;
