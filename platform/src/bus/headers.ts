/** Names of the headers on the bus. */
export const header = {
  trace: 'traceparent',
  actor: 'Tessera-Actor',
  /** Milliseconds that remain, relative, so that clock skew cannot matter. */
  budget: 'Tessera-Budget',
  idempotencyKey: 'Idempotency-Key',
  clientAddress: 'Tessera-Client-Address',
  language: 'Tessera-Language',
  /** Present on an answer that is a problem document. */
  problem: 'Tessera-Problem',
} as const;

/** The hop itself costs something; what is passed on is that much less. Milliseconds. */
export const HOP_MS = 20;
/** With less than this left, a request is not begun. Milliseconds. */
export const MIN_BUDGET_MS = 5;
