import { Inject, Injectable } from '@nestjs/common';
import type { EventContract } from '@tessera/contracts/kit';
import type { ClientBase } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { refuse } from '../errors/problem.js';
import { isConnectionFailure, sqlState } from '../errors/to-problem.js';
import { RequestContext } from '../context/request-context.js';
import { IdempotentReplies } from '../idempotency/idempotent-replies.js';
import { outboxInsert, type OutboxRow } from '../outbox/outbox-row.js';
import { OutboxWake } from '../outbox/wake.js';
import type { Db } from './database.js';
import { statement } from './statement.js';

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
}

/** Serialization failures and deadlocks are nobody's fault, and a closure without remote calls can run again. */
const ATTEMPTS = 3;
/** After a restart of the database every pooled connection fails once, and each try may meet another of them. */
const ATTEMPTS_AFTER_LOSS = 12;

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
    for (let attempt = 1; ; attempt++) {
      if (ctx.deadline.remaining < 5) refuse('DEADLINE_EXCEEDED');
      const runner = this.dataSource.createQueryRunner();
      const state = { committing: false };
      try {
        return await this.once(runner, ctx, work, state);
      } catch (error) {
        const code = sqlState(error);
        const conflict = code === '40001' || code === '40P01';
        // A lost connection before COMMIT was sent has changed nothing.
        const lost = isConnectionFailure(error) && !state.committing;
        const most = lost ? ATTEMPTS_AFTER_LOSS : conflict ? ATTEMPTS : 1;
        if (attempt >= most) throw error;
      } finally {
        await runner.release().catch(() => undefined);
      }
    }
  }

  private async once<T>(
    runner: QueryRunner,
    ctx: RequestContext,
    work: (tx: Tx) => Promise<T>,
    state: { committing: boolean },
  ): Promise<T> {
    const emitted: OutboxRow[] = [];
    const effects: (() => void)[] = [];
    const client = (await runner.connect()) as ClientBase;
    const tx: Tx = {
      ctx,
      manager: runner.manager as EntityManager,
      query: async <R>(sql: string, parameters: unknown[] = []) =>
        (await client.query(statement(sql, parameters))).rows as R[],
      emit: (event, emission) => void emitted.push({ event, emission }),
      afterCommit: (effect) => void effects.push(effect),
    };
    await runner.startTransaction();
    try {
      await runner.query(`set local statement_timeout = ${Math.max(1, Math.floor(ctx.deadline.remaining))}`);
      const idempotency = ctx.idempotency && !ctx.idempotency.claimed ? ctx.idempotency : null;
      if (idempotency) await this.replies.claim(tx, idempotency);
      const result = await work(tx);
      if (idempotency) await this.replies.store(tx, idempotency, result);
      if (emitted.length) await tx.query(...outboxInsert(emitted, ctx.trace));
      state.committing = true;
      await runner.commitTransaction();
      if (idempotency) Object.assign(idempotency, { claimed: true, stored: result });
      if (emitted.length) this.wake.now();
      for (const effect of effects) effect();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  }
}
