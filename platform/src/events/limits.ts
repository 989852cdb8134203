import type { JsonLimits } from '@tessera/contracts/kit';

/** Of a message on the bus: a little more than the gateway accepts, since it wraps a body into a request. */
export const MESSAGE_LIMITS: JsonLimits = { depth: 24, keys: 20_000 };

/** Deliveries before a message becomes a dead letter. The durable consumers are made with the same number. */
export const MAX_DELIVER = 7;
/**
 * The bus redelivers a message that was not acknowledged within this time: the delay of events whose instance died, or
 * stopped while they were on their way to it. A handler that takes longer reports progress. Milliseconds.
 */
export const ACK_WAIT_MS = 10_000;
/** Transactions at once, per consumer and instance. */
export const MAX_CONCURRENT_BATCHES = 2;
/** Events of one transaction, where one statement does for all of them what it does for one. */
export const MAX_BATCH_SIZE = 256;
/** Events of one transaction where each has statements of its own: more would only hold locks for longer. */
export const MAX_BATCH_SIZE_ONE_BY_ONE = 64;
/** Messages that an instance requests ahead of its handlers: as many as they process at once. */
export const MAX_PREFETCH = MAX_BATCH_SIZE * MAX_CONCURRENT_BATCHES;
/** Messages that the bus delivers to all instances of a consumer before one is acknowledged. */
export const MAX_ACK_PENDING = 2 * MAX_PREFETCH;
