/** B8: JetStream publish with message ids, in batches of 200, every acknowledgement awaited. */
import { randomUUID } from 'node:crypto';
import { jetstream } from '@nats-io/jetstream';
import { loop, settings } from './child.mjs';
import { connectNats } from './nats.mjs';

const BATCH = 200;
const options = await settings();
const js = jetstream(await connectNats(options), { timeout: 5_000 });

loop(1, async () => {
  const publish = () => js.publish(options.subject, options.event, { msgID: randomUUID() });
  await Promise.all(Array.from({ length: BATCH }, publish));
  return BATCH;
});
