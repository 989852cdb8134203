import { createActivation, type CreateActivation, type CreatedActivation } from '@tessera/contracts';
import { Batcher, BatchedTransaction, Handles, type RequestContext } from '@tessera/platform';
import { Guesses } from '../codes/guesses.js';
import { PresentedLicenses } from '../codes/presented-license.js';
import { ActivatingTogether, type Activating } from './activating-together.js';
import { fingerprintHashOf } from './certificates.js';

/** Activations in one transaction. */
const MAX_BATCH_SIZE = 64;
/** Transactions at once: one works in the database while the other signs. */
const PARTITIONS = 2;

/** Activations that come at the same time share a transaction: its round trips and its commit cost more than they do. */
@Handles(createActivation)
export class CreateActivationHandler {
  private readonly batcher: Batcher<Activating, CreatedActivation>;

  constructor(
    transaction: BatchedTransaction,
    together: ActivatingTogether,
    private readonly guesses: Guesses,
    private readonly presented: PresentedLicenses,
  ) {
    this.batcher = new Batcher(
      (batch) => transaction.run(batch, (tx, asked) => together.activate(asked, tx)),
      { maxBatchSize: MAX_BATCH_SIZE, partitions: PARTITIONS, partitionOf, exclusiveKey },
    );
  }

  handle(input: CreateActivation, ctx: RequestContext): Promise<CreatedActivation> {
    return this.guesses.countingWithin(ctx, async (counters) =>
      this.batcher.add({
        ctx,
        input,
        counters,
        presented: this.presented.read(input),
        fingerprintHash: fingerprintHashOf(input.fingerprint),
      }),
    );
  }
}

/** Those of one license make its seats one after the other. */
const partitionOf = ({ presented }: Activating): number =>
  presented.by === 'code' ? presented.lookup[0]! : Number.parseInt(presented.entryId.slice(-2), 16);

/** Two applications of one device share its seat: the second is to find that of the first. */
const exclusiveKey = ({ fingerprintHash }: Activating): string => fingerprintHash.toString('latin1');
