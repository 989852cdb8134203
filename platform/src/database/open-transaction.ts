import type { EventContract } from '@tessera/contracts/kit';
import type { ClientBase, QueryResult } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { RequestContext } from '../context/request-context.js';
import type { EmittedEvent, Emission, TransactionParticipant, TransactionResult } from './participant.js';
import { markTransactionStarted } from './pg-internals.js';
import { statement, type Statement } from './statement.js';
import type { Tx } from './transaction.js';

/**
 * One transaction on one connection. What need not wait for an answer is sent at once, in pg's pipeline: BEGIN, the time limit
 * and the first statement; statements that the work sends together; the participants' statements and COMMIT. For a short
 * transaction the round trips cost more than the statements do.
 */
export class OpenTransaction implements Tx {
  private begun: Promise<unknown> | null = null;
  private readonly events: EmittedEvent[] = [];
  private readonly effects: (() => void)[] = [];
  /** From here on nobody knows whether a lost connection has committed. */
  committing = false;

  constructor(
    readonly ctx: RequestContext,
    private readonly runner: QueryRunner,
    private readonly client: ClientBase,
  ) {}

  /** For TypeORM's repositories, whose statements follow BEGIN on the same connection. */
  get manager(): EntityManager {
    void this.begin();
    return this.runner.manager;
  }

  async query<R>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    const [result] = await this.send(statement(sql, parameters));
    return result!.rows as R[];
  }

  /** Several statements in one round trip; one that fails fails those behind it, and the transaction. */
  async send(...statements: Statement[]): Promise<QueryResult[]> {
    const first = this.begun ? [] : [this.begin()];
    const results = statements.map((s) => this.client.query(s));
    return Promise.all([...results, ...first] as Promise<QueryResult>[]);
  }

  emit<P extends object>(event: EventContract<P>, emission: Emission<P>): void {
    this.events.push({ event, emission, trace: this.ctx.trace });
  }

  afterCommit(effect: () => void): void {
    this.effects.push(effect);
  }

  under(ctx: RequestContext): Tx {
    const manager = () => this.manager;
    return {
      ctx,
      get manager() {
        return manager();
      },
      query: (sql, parameters) => this.query(sql, parameters),
      emit: (event, emission) => void this.events.push({ event, emission, trace: ctx.trace }),
      afterCommit: (effect) => this.afterCommit(effect),
      under: (other) => this.under(other),
    };
  }

  /** Sends the statements of the participants and COMMIT in one round trip; then everything that follows a commit. */
  async commit(
    participants: readonly TransactionParticipant[],
    replies: TransactionResult['replies'],
  ): Promise<void> {
    const result = { events: this.events, replies };
    const statements = participants.flatMap((participant) => participant.statements(result));
    if (this.begun || statements.length) {
      this.committing = true;
      const results = await this.send(...statements, { text: 'commit', values: [] });
      // Postgres answers so, without an error, when a statement had failed whose error the work has swallowed.
      if (results[statements.length]!.command === 'ROLLBACK')
        throw new Error('the transaction had failed before COMMIT');
      this.begun = null;
    }
    for (const participant of participants) participant.committed(result);
    for (const effect of this.effects) effect();
  }

  /** Also of a connection that is lost: the driver has noticed it by then, and the pool drops it. */
  async rollback(): Promise<void> {
    if (this.begun) await this.client.query('rollback').catch(() => undefined);
  }

  private begin(): Promise<unknown> {
    if (this.begun) return this.begun;
    const limit = Math.max(1, Math.floor(this.ctx.deadline.remaining));
    this.begun = this.client.query(`begin; set local statement_timeout = ${limit}`);
    // The statement behind it fails with it.
    this.begun.catch(() => undefined);
    markTransactionStarted(this.runner);
    return this.begun;
  }
}
