import { randomBytes } from 'node:crypto';
import { searchKey } from '@tessera/platform';
import { v7 as uuidv7 } from 'uuid';

/** @typedef {import('./copy.mjs').Row} Row */

export const tables = {
  device: {
    name: 'device',
    columns: [
      'id',
      'company_id',
      'name',
      'name_key',
      'search_key',
      'platform',
      'public_key',
      'epoch',
      'connected',
      'enrolled_by',
      'enrolled_at',
      'capabilities',
      'status',
      'reasons',
      'version',
    ],
  },
  presence: { name: 'presence', columns: ['device_id', 'online', 'lease_until', 'last_seen_at'] },
};

const capabilities = JSON.stringify(['quick_scan', 'full_scan', 'update_databases']);

/** A device as enrolling writes it: it has been seen, and has not reported yet. @param {{ companyId: string, userId: string, name: string, publicKey: string }} device @returns {Row} */
export const deviceRow = ({ companyId, userId, name, publicKey }) => [
  uuidv7(),
  companyId,
  name,
  name.normalize('NFKC').toLowerCase(),
  searchKey(name),
  'windows',
  publicKey,
  1,
  true,
  userId,
  new Date(),
  capabilities,
  'unknown',
  JSON.stringify(['NO_REPORT']),
  1,
];

/** @param {string} deviceId @returns {Row} */
export const presenceRow = (deviceId) => [deviceId, false, new Date(), new Date()];

/**
 * @param {import('./fill.mjs').Share} share @param {number} from number of the first one, so that no two of a company have
 *   the same and a search for it finds as many however many devices there are
 * @returns {{ rows: Generator<Row>, presence: Generator<Row> }}
 */
export function devices(share, from) {
  /** @type {string[]} */
  const ids = [];
  return {
    rows: (function* () {
      for (const { companyId, userId, n } of share()) {
        // Names as people give them: a place, a kind, a number. Every tenth is the measured company's, so by tens.
        const name = `${places[Math.floor(n / 10) % places.length]} laptop ${String(from + n).padStart(7, '0')}`;
        // No key pair: nobody will ever prove to hold it.
        const row = deviceRow({ companyId, userId, name, publicKey: randomBytes(32).toString('base64url') });
        ids.push(String(row[0]));
        yield row;
      }
    })(),
    presence: (function* () {
      for (const id of ids) yield presenceRow(id);
    })(),
  };
}

const places = ['Berlin', 'Reception', 'Lab', 'Zürich', 'Warehouse', 'Sales', 'Meeting room', 'Night shift'];
