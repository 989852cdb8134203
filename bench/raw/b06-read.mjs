/**
 * B6, behind the front of B3: a request on the bus, one named prepared select, the answer as JSON of the product's size.
 * `sign` adds one Ed25519 signature (P1); `rows` shows all rows instead of the first one (P3).
 */
import { generateKeyPairSync, sign } from 'node:crypto';
import pg from 'pg';
import { ready, settings } from './child.mjs';
import { connectNats } from './nats.mjs';

const options = await settings();
const nc = await connectNats(options);
const pool = new pg.Pool({ connectionString: options.database, max: 10 });
const { privateKey } = generateKeyPairSync('ed25519');
let filler = /** @type {string | undefined} */ (undefined);

nc.subscribe(options.subject, {
  queue: 'bench',
  callback: (_error, message) => void answer(message),
});
await nc.flush();
ready();

/** @param {import('@nats-io/transport-node').Msg} message */
async function answer(message) {
  const input = JSON.parse(message.string());
  const values = options.values ?? [input.id];
  const { rows } = await pool.query({ name: 'b06', text: options.sql, values });
  const signed = options.sign && Buffer.from(JSON.stringify({ ...rows[0], nonce: input.nonce }));
  const reply = {
    ...(options.rows ? { items: rows } : rows[0]),
    ...(signed && { signature: sign(null, signed, privateKey).toString('base64url') }),
  };
  filler ??= 'x'.repeat(Math.max(0, options.replyBytes - JSON.stringify(reply).length - 13));
  message.respond(JSON.stringify({ ...reply, filler }));
}
