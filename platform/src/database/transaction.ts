import { Inject, Injectable } from '@nestjs/common';
import type { EventContract } from '@tessera/contracts/kit';
import { DataSource } from 'typeorm';
import type { RequestContext } from '../context/request-context.js';
import type { Db } from './database.js';
import { TRANSACTION_PARTICIPANTS, type Emission, type TransactionParticipant } from './participant.js';
import { attemptTransaction } from './transaction-attempts.js';

/** One running transaction. */
export interface Tx extends Db {
  readonly ctx: RequestContext;
  /** Puts an event into the outbox: it is published if, and only if, this transaction commits. */
  emit<P extends object>(event: EventContract<P>, emission: Emission<P>): void;
  /** Runs after the commit; it cannot undo the transaction any more. */
  afterCommit(effect: () => void): void;
  /** The same transaction on behalf of another request: what is emitted through it carries that one's trace. */
  under(ctx: RequestContext): Tx;
}

/**
 * The transaction is a closure that loads, checks, changes and emits. It may run more than once, so it has no effects
 * but the database's, and no remote call stands inside it. What it returns is the reply, which is kept for an idempotent request;
 * nothing, where the contract has no reply.
 */
@Injectable()
export class Transaction {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(TRANSACTION_PARTICIPANTS) private readonly participants: readonly TransactionParticipant[],
  ) {}

  run<T>(ctx: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    return attemptTransaction(
      this.dataSource,
      () => ctx,
      async (tx) => {
        for (const participant of this.participants) {
          const [reason] = (await participant.admit?.(tx, [ctx])) ?? [];
          if (reason) throw reason;
        }
        const reply = await work(tx);
        await tx.commit(this.participants, [{ ctx, reply }]);
        return reply;
      },
    );
  }
}
