export { BatchedActivations } from './batched-activations.js';
export { KnownActivations } from './known-activations.js';
