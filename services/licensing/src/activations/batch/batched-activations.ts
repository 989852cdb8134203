import { Injectable } from '@nestjs/common';
import type { CreatedActivation } from '@tessera/contracts';
import { BatchedTransaction, Batcher } from '@tessera/platform';
import { ActivationBatch, type ActivationRequest } from './activation-batch.js';

/** Activations in one transaction. */
const MAX_BATCH_SIZE = 64;
/** Transactions at once: one works in the database while the other signs. */
const PARTITIONS = 2;

/** Concurrent activations share a transaction: its round trips and its commit cost more than they do. */
@Injectable()
export class BatchedActivations {
  private readonly batcher: Batcher<ActivationRequest, CreatedActivation>;

  constructor(transaction: BatchedTransaction, batch: ActivationBatch) {
    this.batcher = new Batcher(
      (requests) => transaction.run(requests, (tx, admitted) => batch.activate(admitted, tx)),
      { maxBatchSize: MAX_BATCH_SIZE, partitions: PARTITIONS, partitionOf, exclusiveKey },
    );
  }

  /** @throws Refusal of this request alone */
  create(request: ActivationRequest): Promise<CreatedActivation> {
    return this.batcher.add(request);
  }
}

/** The requests of one license are in one partition, where they create its seats one after the other. */
const partitionOf = ({ credential }: ActivationRequest): number =>
  credential.by === 'code' ? credential.lookup[0]! : Number.parseInt(credential.entryId.slice(-2), 16);

/** Two applications of one device share its seat: the second has to find that of the first, so they share no batch. */
const exclusiveKey = ({ fingerprintHash }: ActivationRequest): string => fingerprintHash.toString('latin1');
