import { ActivationBatch } from './activation-batch.js';
import { ActivationBatchRepository } from './activation-batch.repository.js';
import { BatchedActivations } from './batched-activations.js';
import { KnownActivations } from './known-activations.js';

export { BatchedActivations, KnownActivations };

export const batchProviders = [
  ActivationBatch,
  ActivationBatchRepository,
  BatchedActivations,
  KnownActivations,
];
