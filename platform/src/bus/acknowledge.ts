import type { JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Inside } from './inside.js';

/** Where a message is answered; its types do not show it. */
type Answerable = JsMsg & { reply: string };

/**
 * Acknowledges all of them in one piece of the protocol. By itself each takes the library's whole way of publishing, which
 * leaves a third of all the garbage that a consumer with a backlog makes (docs/capacity.md).
 */
export function acknowledge(nc: NatsConnection, messages: readonly JsMsg[]): void {
  const { protocol } = nc as unknown as Inside;
  if (!protocol?.sendCommand) for (const message of messages) message.ack();
  else protocol.sendCommand(messages.map((m) => `PUB ${(m as Answerable).reply} 4\r\n+ACK\r\n`).join(''));
}
