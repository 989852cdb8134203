import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import type { RequestContext } from '../context/request-context.js';
import { refuse } from '../errors/problem.js';
import { isConflict, isConnectionFailure, isNotExecuted } from '../errors/to-problem.js';
import { MAX_ATTEMPTS } from './database.js';
import { OpenTransaction } from './open-transaction.js';

/** After a restart of the database every pooled connection fails once, and each attempt may meet another of them. */
const MAX_ATTEMPTS_AFTER_LOSS = 12;
/** With less than this left, a transaction is not begun. */
const MIN_TIME_LEFT_MS = 5;

export const isLate = (ctx: RequestContext): boolean => ctx.deadline.remaining < MIN_TIME_LEFT_MS;

/**
 * Runs the work in a transaction of its own, and again when a conflict or a lost connection has undone it. An outcome that
 * is unknown, because the connection was lost during COMMIT, is not repeated.
 */
export async function attemptTransaction<T>(
  dataSource: DataSource,
  contextOf: () => RequestContext,
  work: (tx: OpenTransaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const ctx = contextOf();
    if (isLate(ctx)) refuse('DEADLINE_EXCEEDED');
    const runner = dataSource.createQueryRunner();
    let tx: OpenTransaction | null = null;
    try {
      const client = (await runner.connect()) as ClientBase;
      // It may have waited for a connection of the pool.
      if (isLate(ctx)) refuse('DEADLINE_EXCEEDED');
      tx = new OpenTransaction(ctx, runner, client);
      return await work(tx);
    } catch (error) {
      await tx?.rollback();
      const lost = isConnectionFailure(error);
      if (lost && tx?.committing && !isNotExecuted(error)) throw error;
      const attempts = lost ? MAX_ATTEMPTS_AFTER_LOSS : isConflict(error) ? MAX_ATTEMPTS : 1;
      if (attempt >= attempts) throw error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }
}
