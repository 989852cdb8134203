/** B7, behind the front of B3: a request on the bus, the transaction of B5, one Ed25519 signature, the answer. */
import { generateKeyPairSync, sign } from 'node:crypto';
import pg from 'pg';
import { write } from './b05-write.mjs';
import { ready, settings } from './child.mjs';
import { connectNats } from './nats.mjs';

const options = await settings();
const nc = await connectNats(options);
const pool = new pg.Pool({ connectionString: options.database, max: 10 });
const { privateKey } = generateKeyPairSync('ed25519');
const filler = 'x'.repeat(Math.max(0, options.replyBytes - 180));
let turn = 0;

nc.subscribe(options.subject, {
  queue: 'bench',
  callback: (_error, message) => void answer(message),
});
await nc.flush();
ready();

/** @param {import('@nats-io/transport-node').Msg} message */
async function answer(message) {
  const { fingerprint } = JSON.parse(message.string());
  const key = options.keys[turn++ % options.keys.length];
  await write(pool, key, options.event);
  const certificate = Buffer.from(JSON.stringify({ key, fingerprint, filler }));
  const signature = sign(null, certificate, privateKey).toString('base64url');
  message.respond(JSON.stringify({ key, fingerprint, signature, filler }));
}
