/** B2: nats-core request and echo. `role: 'echo'` answers, else it asks in a closed loop. */
import { loop, ready, settings } from './child.mjs';
import { connectNats } from './nats.mjs';

const options = await settings();
const nc = await connectNats(options);
const { subject, body = '{}' } = options;

if (options.role === 'echo') {
  nc.subscribe(subject, {
    queue: 'bench',
    callback: (_error, message) => void message.respond(message.data),
  });
  await nc.flush();
  ready();
} else {
  loop(64, async () => void (await nc.request(subject, body, { timeout: 5_000 })));
}
