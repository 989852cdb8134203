import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RequestContext } from '../context/request-context.js';
import { Refusal } from '../errors/problem.js';
import { isConnectionFailure, isNotExecuted } from '../errors/to-problem.js';
import type { Outcomes } from './batcher.js';
import type { OpenTransaction } from './open-transaction.js';
import { TRANSACTION_PARTICIPANTS, type TransactionParticipant } from './participant.js';
import { attemptTransaction, isLate } from './transaction-attempts.js';
import type { Tx } from './transaction.js';

/** What a shared transaction needs to know of each of its requests. */
export interface BatchedRequest {
  readonly ctx: RequestContext;
}

/** One transaction for several requests, each with its own idempotency key and trace: see {@link Batcher}. */
@Injectable()
export class BatchedTransaction {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(TRANSACTION_PARTICIPANTS) private readonly participants: readonly TransactionParticipant[],
  ) {}

  /**
   * The closure gets the requests that are still to be executed, and answers each of them. A request that it rejects must
   * have changed nothing, and does not fail the others.
   * @returns the outcome of each request, in their order
   * @throws only if nothing was changed for any of them
   */
  run<R extends BatchedRequest, T>(
    requests: readonly R[],
    work: (tx: Tx, requests: readonly R[]) => Promise<Outcomes<T>>,
  ): Promise<Outcomes<T>> {
    const contexts = requests.map(({ ctx }) => ctx);
    const latest = () => contexts.reduce((a, b) => (a.deadline.remaining < b.deadline.remaining ? b : a));
    return attemptTransaction(this.dataSource, latest, (tx) => this.once(tx, requests, work));
  }

  private async once<R extends BatchedRequest, T>(
    tx: OpenTransaction,
    requests: readonly R[],
    work: (tx: Tx, requests: readonly R[]) => Promise<Outcomes<T>>,
  ): Promise<Outcomes<T>> {
    const outcomes = new Map<R, PromiseSettledResult<T>>();
    const pending = () => requests.filter((request) => !outcomes.has(request));
    const reject = (request: R, reason: unknown) => outcomes.set(request, { status: 'rejected', reason });
    for (const request of requests)
      if (isLate(request.ctx)) reject(request, new Refusal('DEADLINE_EXCEEDED'));
    for (const participant of this.participants) {
      const asked = pending();
      const reasons = await participant.admit?.(
        tx,
        asked.map(({ ctx }) => ctx),
      );
      for (const [at, reason] of (reasons ?? []).entries()) if (reason) reject(asked[at]!, reason);
    }
    const admitted = pending();
    const done = admitted.length ? await work(tx, admitted) : [];
    for (const [at, request] of admitted.entries()) outcomes.set(request, done[at]!);
    const replies = admitted.flatMap(({ ctx }, at) => {
      const outcome = done[at]!;
      return outcome.status === 'fulfilled' ? [{ ctx, reply: outcome.value }] : [];
    });
    try {
      await tx.commit(this.participants, replies);
    } catch (error) {
      if (!isConnectionFailure(error) || isNotExecuted(error)) throw error;
      // The connection was lost during COMMIT: the outcome of each is unknown, and none may be repeated.
      await tx.rollback();
      return requests.map(() => ({ status: 'rejected', reason: error }));
    }
    return requests.map((request) => outcomes.get(request)!);
  }
}
