/** Deliveries before a message is a dead letter. The stream's consumers are made with the same number. */
export const MAX_DELIVER = 7;
/**
 * How long the bus waits for an acknowledgement before it delivers again: what an instance that died, or that had
 * messages on the way to it when it stopped, costs its events. Longer work says that it goes on. Milliseconds.
 */
export const ACK_WAIT_MS = 10_000;
/** Transactions at once, per consumer and instance. */
export const LANES = 2;
/** Events of one transaction at most, where one statement does for all of them what it does for one. */
export const TOGETHER = 256;
/** Asked for ahead of the handlers: as much as they take at once. */
export const AHEAD = TOGETHER * LANES;
/** What the bus delivers to all instances before one of them is answered: the bound on what they hold. */
export const MAX_ACK_PENDING = 2 * AHEAD;
