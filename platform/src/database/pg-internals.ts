import type { Socket } from 'node:net';
import pg, { type ClientBase, type Pool } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';

/**
 * The one door to parts of pg and TypeORM that their types do not show. Each function names what needs it, and goes when that
 * is met without it. Specs of the transaction, of the pool's figures and of traces fail when an update renames a part.
 */

/** One pool for our statements and TypeORM's: two would need twice the connections. */
export const poolOf = (dataSource: DataSource): Pool =>
  (dataSource.driver as unknown as { master: Pool }).master;

/**
 * Fault 18: ends a session whose server has sent nothing for this long while a statement waits for its answer. Postgres ends
 * a statement before that (`statement_timeout`), so the line is dead: a firewall has forgotten the connection, or the machine
 * is gone. Without this every pooled connection would wait for ever.
 */
export function destroyOnReadTimeout(client: ClientBase, milliseconds: number): void {
  const { connection, _getActiveQuery: active } = client as unknown as {
    connection: { stream: Socket };
    _getActiveQuery(): unknown;
  };
  connection.stream.setTimeout(milliseconds, () => {
    if (active.call(client)) connection.stream.destroy();
  });
}

/**
 * P2, P5b: tells TypeORM that BEGIN has been sent, or it would begin a transaction of its own for some writes. Its own
 * `startTransaction` sends BEGIN alone and waits for it: one more round trip in every transaction.
 */
export function markTransactionStarted(runner: QueryRunner): void {
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
}

type Query = (...parameters: unknown[]) => unknown;

/** Traces (decision 0007): wraps the one method through which TypeORM, the relay and plain clients all send statements. */
export function wrapQueries(wrap: (query: Query) => Query): void {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  prototype.query = wrap(prototype.query);
}
