/**
 * B2: nats-core request and echo. `role: 'echo'` answers, else it asks in a closed loop, each time with the next of `bodies`
 * and with the same `head`.
 */
import { headers } from '@nats-io/transport-node';
import { loop, ready, settings } from './child.mjs';
import { connectNats } from './nats.mjs';

const options = await settings();
const nc = await connectNats(options);
const { subject, bodies = ['{}'], head = {} } = options;

if (options.role === 'echo') {
  nc.subscribe(subject, {
    queue: 'bench',
    callback: (_error, message) => void message.respond(message.data),
  });
  await nc.flush();
  ready();
} else {
  const how = { timeout: 5_000, headers: headers() };
  for (const [name, value] of Object.entries(head)) how.headers.set(name, value);
  let asked = 0;
  loop(64, async () => {
    const answer = await nc.request(subject, bodies[asked++ % bodies.length], how);
    if (answer.headers?.has('Tessera-Problem')) throw new Error(answer.string());
  });
}
