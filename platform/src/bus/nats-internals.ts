import type { ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import type { NatsConnection, Subscription } from '@nats-io/transport-node';

/**
 * The one door to parts of the NATS client that its types do not show. Each function names the target that needs it
 * (docs/bench.md, e2e/faults/README.md), and goes when that target is met without it. Where an update of the client renames a
 * part, the functions do nothing or fall back to the public way; a spec or a fault notices.
 */
interface Internals {
  protocol?: {
    flushPending?: () => void;
    sendCommand?: (command: string) => void;
    _doDial?: (server: unknown) => Promise<void>;
  };
  options?: { ignoreAuthErrorAbort?: boolean };
}

const internalsOf = (nc: NatsConnection): Internals => nc as unknown as Internals;

/**
 * P1, P3: everything that is sent in one iteration of the event loop leaves in one write. By itself the client writes after each
 * microtask, so that under load every message costs a system call and wakes the server.
 */
export function writeOncePerTurn(nc: NatsConnection): void {
  const { protocol } = internalsOf(nc);
  const flush = protocol?.flushPending?.bind(protocol);
  if (!protocol || !flush) return;
  let planned = false;
  protocol.flushPending = () => {
    if (planned) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      flush();
    });
  };
}

/**
 * P5b: acknowledges all messages in one command of the protocol. Each by itself takes the client's whole way of publishing,
 * which is a third of the garbage that a consumer with a backlog makes.
 */
export function acknowledge(nc: NatsConnection, messages: readonly JsMsg[]): void {
  const { protocol } = internalsOf(nc);
  if (!protocol?.sendCommand) for (const message of messages) message.ack();
  else
    protocol.sendCommand(
      messages.map((m) => `PUB ${(m as JsMsg & { reply: string }).reply} 4\r\n+ACK\r\n`).join(''),
    );
}

/**
 * Fault 22: the client gives up after two refused reconnections. Users of the bus change while processes run; how long a
 * refusal is borne is decided by `BusConnection`.
 */
export function keepReconnectingWhenRefused(nc: NatsConnection): void {
  Object.assign(internalsOf(nc).options ?? {}, { ignoreAuthErrorAbort: true });
}

/** Fault 5: the client reports no reason when an attempt to reconnect fails; operators need it in the log and in `/readyz`. */
export function onFailedReconnect(nc: NatsConnection, listener: (error: unknown) => void): void {
  const { protocol } = internalsOf(nc);
  const dial = protocol?._doDial?.bind(protocol);
  if (!protocol || !dial) return;
  protocol._doDial = async (server) => {
    try {
      return await dial(server);
    } catch (error) {
      listener(error);
      throw error;
    }
  };
}

/** Fault 2: the subscription of a pull consumer, so that a stopping instance can drain it; the client only drops what is on its way. */
export const subscriptionOf = (messages: ConsumerMessages): Subscription =>
  (messages as unknown as { sub: Subscription }).sub;
