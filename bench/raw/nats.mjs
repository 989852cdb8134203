import { connect, nkeyAuthenticator } from '@nats-io/transport-node';

/** @param {{ nats: { url: string, seed: string } }} settings the bus that the product uses, as its admin */
export const connectNats = ({ nats: { url, seed } }) =>
  connect({
    servers: url,
    // Captures a stack for each request otherwise.
    noAsyncTraces: true,
    inboxPrefix: '_INBOX_bench',
    authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
  });
