import { createActivation, type CreateActivation, type CreatedActivation } from '@tessera/contracts';
import { Batcher, BatchedTransaction, Handles, type RequestContext } from '@tessera/platform';
import { FailedCodeLimiter } from '../codes/failed-code-limiter.js';
import { LicenseCredentials } from '../codes/license-credential.js';
import { ActivationBatch, type ActivationRequest } from './batch/activation-batch.js';
import { fingerprintHashOf } from './certificates.js';

/** Activations in one transaction. */
const MAX_BATCH_SIZE = 64;
/** Transactions at once: one works in the database while the other signs. */
const PARTITIONS = 2;

/** Activations that come at the same time share a transaction: its round trips and its commit cost more than they do. */
@Handles(createActivation)
export class CreateActivationHandler {
  private readonly batcher: Batcher<ActivationRequest, CreatedActivation>;

  constructor(
    transaction: BatchedTransaction,
    together: ActivationBatch,
    private readonly failedCodes: FailedCodeLimiter,
    private readonly credentials: LicenseCredentials,
  ) {
    this.batcher = new Batcher(
      (batch) => transaction.run(batch, (tx, asked) => together.activate(asked, tx)),
      { maxBatchSize: MAX_BATCH_SIZE, partitions: PARTITIONS, partitionOf, exclusiveKey },
    );
  }

  handle(input: CreateActivation, ctx: RequestContext): Promise<CreatedActivation> {
    return this.failedCodes.guardBatched(ctx, async (counters) =>
      this.batcher.add({
        ctx,
        input,
        counters,
        credential: this.credentials.read(input),
        fingerprintHash: fingerprintHashOf(input.fingerprint),
      }),
    );
  }
}

/** Those of one license make its seats one after the other. */
const partitionOf = ({ credential }: ActivationRequest): number =>
  credential.by === 'code' ? credential.lookup[0]! : Number.parseInt(credential.entryId.slice(-2), 16);

/** Two applications of one device share its seat: the second is to find that of the first. */
const exclusiveKey = ({ fingerprintHash }: ActivationRequest): string => fingerprintHash.toString('latin1');
