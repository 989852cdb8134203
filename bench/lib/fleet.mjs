import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { WebSocket } from 'ws';
import { copy } from '../load/copy.mjs';
import { deviceRow, presenceRow, tables } from '../load/devices.mjs';

/** @typedef {{ id: string, key: import('node:crypto').KeyObject, token?: string }} Device */
/** @typedef {import('./world.mjs').BenchWorld} World */

/** Devices with keys of their own, as if they had enrolled. @param {World} world @param {number} count @returns {Promise<Device[]>} */
export async function enrolled(world, count) {
  const { companyId, userId } = await world.people();
  const keys = Array.from({ length: count }, () => generateKeyPairSync('ed25519'));
  const rows = keys.map(({ publicKey }, n) =>
    deviceRow({
      companyId,
      userId,
      name: `Fleet ${randomUUID().slice(0, 8)} ${n}`,
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64url'),
    }),
  );
  await copy(world.database('devices'), tables.device, rows);
  await copy(
    world.database('devices'),
    tables.presence,
    rows.map(([id]) => presenceRow(/** @type {string} */ (id))),
  );
  return rows.map(([id], n) => ({ id: String(id), key: /** @type {any} */ (keys[n]).privateKey }));
}

/** @param {Device} device @param {string} challenge */
function proofOf({ id, key }, challenge) {
  const text = ['tessera-session-v1', challenge, id, 1, ''].join('\n');
  const signature = sign(null, Buffer.from(text), key).toString('base64url');
  return { deviceId: id, epoch: 1, challenge, continuity: '', signature };
}

/** Gets a token by requests. @param {World} world @param {Device} device @returns {Promise<string>} */
export async function openSession(world, device) {
  const { challenge } = await world.api().post('/agent/challenge', {}, { 'idempotency-key': randomUUID() });
  const { token } = await world.api().post('/agent/session', proofOf(device, challenge));
  return token;
}

/**
 * Connects a device, and has it look when it is told to, as the agent does.
 * @param {World} world @param {Device} device @param {() => void} look
 * @returns {Promise<WebSocket>}
 */
export function connected(world, device, look) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${world.url.replace('http', 'ws')}/api/v1/agent/connect`, {
      perMessageDeflate: false,
    });
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (message.type === 'challenge')
        socket.send(JSON.stringify({ type: 'prove', ...proofOf(device, message.challenge) }));
      else if (message.type === 'look') look();
      else if (message.type === 'welcome') {
        device.token = message.token;
        resolve(socket);
      }
    });
    socket.on('error', reject);
    socket.on('close', (code, reason) => reject(new Error(`closed with ${code} ${reason}`)));
  });
}

/** So many at once. @template T @param {T[]} items @param {number} width @param {(item: T) => Promise<unknown>} work */
export async function inLanes(items, width, work) {
  let next = 0;
  const lane = async () => {
    while (next < items.length) await work(/** @type {T} */ (items[next++]));
  };
  await Promise.all(Array.from({ length: width }, lane));
}
