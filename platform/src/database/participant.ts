import type { EventContract } from '@tessera/contracts/kit';
import type { RequestContext } from '../context/request-context.js';
import type { Trace } from '../observability/trace.js';
import type { OpenTransaction } from './open-transaction.js';
import type { Statement } from './statement.js';

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

export interface EmittedEvent {
  event: EventContract;
  emission: Emission<object>;
  /** Of the request, or the event, that it follows from. */
  trace: Trace;
}

/** What a transaction has done by the time it commits. */
export interface TransactionResult {
  events: readonly EmittedEvent[];
  /** The requests that succeeded, with their replies. */
  replies: readonly { ctx: RequestContext; reply: unknown }[];
}

/** A mechanism that takes part in every transaction of the service. The platform module registers them, in their order. */
export interface TransactionParticipant {
  /**
   * Before the work.
   * @returns for each request the reason not to execute it, or null
   */
  admit?(tx: OpenTransaction, requests: readonly RequestContext[]): Promise<(Error | null)[]>;
  /** Statements that are sent in one round trip with COMMIT. */
  statements(result: TransactionResult): Statement[];
  /** After the commit. */
  committed(result: TransactionResult): void;
}

/** Injection token of the participants of every transaction. */
export const TRANSACTION_PARTICIPANTS = Symbol('transaction participants');
