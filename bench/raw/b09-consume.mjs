/** B9: pulls from a durable consumer and acknowledges each message; ends when it has had as many as wished. */
import { jetstream } from '@nats-io/jetstream';
import { ready, settings } from './child.mjs';
import { connectNats } from './nats.mjs';

const options = await settings();
const nc = await connectNats(options);
const consumer = await jetstream(nc).consumers.get(options.stream, options.consumer);

process.on('message', async (/** @type {{ count: number }} */ { count }) => {
  const began = performance.now();
  let operations = 0;
  const messages = await consumer.consume({ max_messages: 200 });
  for await (const message of messages) {
    JSON.parse(message.string());
    message.ack();
    if (++operations === count) break;
  }
  await nc.flush();
  process.send?.({ done: { operations, seconds: (performance.now() - began) / 1_000, p50: 0, p99: 0 } });
});
ready();
