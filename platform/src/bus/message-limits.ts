import type { JsonLimits } from '@tessera/contracts/kit';

/** Of a message on the bus: a little more than the gateway lets in, since it puts a body into a request. */
export const MESSAGE_LIMITS: JsonLimits = { depth: 24, keys: 20_000 };
