import { JetStreamApiError } from '@nats-io/jetstream';
import { createInbox, MsgHdrsImpl, type Msg } from '@nats-io/transport-node';
import type { BusConnection } from '../bus/connection.js';
import type { RenewableSubscription } from '../bus/renewable-subscription.js';
import { header } from '../bus/headers.js';
import type { UnpublishedRow } from './unpublished.js';

/** Why the stream does not have a row, or null: it has it. */
export type Outcome = Error | null;

/** Rows that were sent together, and what is known of them. */
interface Batch {
  rows: readonly UnpublishedRow[];
  /** The number of its first row; the others follow. */
  from: number;
  outcomes: (Outcome | undefined)[];
  unanswered: number;
  timer: NodeJS.Timeout;
  done: (outcomes: Outcome[]) => void;
}

const ACKNOWLEDGED = '{"stream":';

/**
 * Publishes rows to JetStream and tells of each what the stream answered. The client's own `publish` makes a request of
 * each message, with a timer, an error in advance and half a dozen promises: four fifths of what a relayed event cost its
 * process (docs/decisions/0011). Here answers come to one subscription, the last part of whose subject is the row's number.
 */
export class Publisher {
  private readonly inbox: string;
  private readonly answers: RenewableSubscription;
  private readonly open: Batch[] = [];
  private next = 0;
  private readonly lost = () => this.giveUp(() => new Error('the bus was lost before it answered'));
  private readonly denied = (error: Error) =>
    this.giveUp(({ subject }) => (error.message.includes(`"${subject}"`) ? error : null));

  /** @param patience with a stream that does not answer, in milliseconds */
  constructor(
    private readonly connection: BusConnection,
    private readonly patience: number,
  ) {
    this.inbox = `${createInbox(`_INBOX_${connection.service}`)}.`;
    this.answers = connection.hear(`${this.inbox}*`, { callback: (message) => this.hear(message) });
    connection.on('lost', this.lost).on('denied', this.denied);
  }

  /** In their order. It never fails: what became of each row is the answer, when all of them are known. */
  publish(rows: readonly UnpublishedRow[]): Promise<Outcome[]> {
    return new Promise((done) => {
      const { length } = rows;
      const batch: Batch = {
        rows,
        from: this.next,
        outcomes: new Array<undefined>(length),
        unanswered: length,
        timer: setTimeout(
          () => this.endOf(batch, () => new Error('the stream did not answer')),
          this.patience,
        ),
        done,
      };
      this.next += length;
      this.open.push(batch);
      rows.forEach((row, i) => this.send(batch, row, i));
    });
  }

  close(): void {
    this.answers.unsubscribe();
    this.connection.off('lost', this.lost).off('denied', this.denied);
    this.giveUp(() => new Error('the relay has stopped'));
  }

  private send(batch: Batch, { id, subject, traceparent, body }: UnpublishedRow, i: number): void {
    const headers = MsgHdrsImpl.fromRecord({
      'Nats-Msg-Id': [id],
      ...(traceparent ? { [header.trace]: [traceparent] } : {}),
    });
    try {
      this.connection.nc.publish(subject, body, { reply: `${this.inbox}${batch.from + i}`, headers });
    } catch (error) {
      // Too large, or the connection is being closed: nothing was sent.
      this.note(batch, i, error as Error);
    }
  }

  private hear(message: Msg): void {
    const number = Number(message.subject.slice(this.inbox.length));
    // None: it was given up before its answer came, and is published again.
    const batch = this.open.find(({ from, rows }) => number >= from && number < from + rows.length);
    if (batch) this.note(batch, number - batch.from, outcomeOf(message));
  }

  private note(batch: Batch, i: number, outcome: Outcome): void {
    if (batch.outcomes[i] !== undefined) return;
    batch.outcomes[i] = outcome;
    if (--batch.unanswered) return;
    clearTimeout(batch.timer);
    this.open.splice(this.open.indexOf(batch), 1);
    batch.done(batch.outcomes as Outcome[]);
  }

  private giveUp(why: (row: UnpublishedRow) => Outcome): void {
    for (const batch of [...this.open]) this.endOf(batch, why);
  }

  /** Of the rows that have no answer yet. */
  private endOf(batch: Batch, why: (row: UnpublishedRow) => Outcome): void {
    batch.rows.forEach((row, i) => {
      const outcome = batch.outcomes[i] === undefined && why(row);
      if (outcome) this.note(batch, i, outcome);
    });
  }
}

function outcomeOf(message: Msg): Outcome {
  const text = message.string();
  if (text.startsWith(ACKNOWLEDGED)) return null;
  if (!text) return new Error(`no stream takes it (${message.headers?.code ?? 'no answer'})`);
  try {
    const { error } = JSON.parse(text) as { error?: ConstructorParameters<typeof JetStreamApiError>[0] };
    return error ? new JetStreamApiError(error) : null;
  } catch {
    return new Error(`an answer that is none: ${text.slice(0, 100)}`);
  }
}
