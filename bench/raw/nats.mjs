import { connect, nkeyAuthenticator } from '@nats-io/transport-node';

/** @param {{ nats: { url: string, seed: string, inbox?: string } }} settings the bus that the product uses, as its admin unless told */
export const connectNats = ({ nats: { url, seed, inbox = 'bench' } }) =>
  connect({
    servers: url,
    // Captures a stack for each request otherwise.
    noAsyncTraces: true,
    inboxPrefix: `_INBOX_${inbox}`,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
  });
