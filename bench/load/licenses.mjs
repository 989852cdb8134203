import { createHash, createHmac } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { DataKey } from '@tessera/platform';

/** @typedef {import('./copy.mjs').Row} Row */

const compiled = new URL('../../services/licensing/dist/src/codes/activation-code.js', import.meta.url);
/** @type {{ generateCode: () => string }} The service's own. */
const { generateCode } = await import(compiled.href);

export const tables = {
  order: {
    name: 'license_order',
    columns: [
      ...['id', 'order_number', 'company_name', 'product_id', 'seats', 'term_days', 'kind', 'quantity'],
      ...['starts_at', 'expires_at', 'created_by'],
    ],
  },
  license: {
    name: 'license',
    columns: [
      ...['id', 'order_id', 'code_lookup', 'code_sealed', 'code_tail', 'serial_number', 'seats', 'starts_at'],
      ...['expires_at', 'first_activated_at', 'version'],
    ],
  },
  entry: {
    name: 'license_entry',
    columns: [
      ...['id', 'license_id', 'product_id', 'position', 'expires_at', 'company_id', 'added_at', 'added_by'],
      'added_with',
    ],
  },
  seat: {
    name: 'seat',
    columns: ['license_id', 'slot', 'seat_limit', 'id', 'fingerprint_hash', 'device_name'],
  },
  activation: {
    name: 'activation',
    columns: [
      ...['id', 'license_id', 'entry_id', 'seat_id', 'fingerprint_hash', 'product_id', 'application_version'],
      'token_hash',
    ],
  },
};

const SEATS = 2;
const PER_ORDER = 1_000;
const DAY = 86_400_000;
const DAYS = 365;

/**
 * Licenses as orders, their addition to a company and one activation each write them: real codes, sealed and findable
 * with the service's own keys. Serial numbers follow the service's permutation of its sequence.
 * @param {import('./fill.mjs').Share} share
 * @param {{ from: number, orderFrom: number, productId: string, codeLookupKey: string, dataKey: string }} o `from`: first value of `license_serial`
 */
export function licenses(share, { from, orderFrom, productId, codeLookupKey, dataKey }) {
  const key = new DataKey(dataKey);
  const lookup = Buffer.from(codeLookupKey, 'base64');
  const now = new Date();
  const startsAt = new Date(now.getTime() - 30 * DAY);
  /** @type {{ orders: Row[], licenses: Row[], entries: Row[], seats: Row[], activations: Row[] }} */
  const rows = { orders: [], licenses: [], entries: [], seats: [], activations: [] };
  let order = '';
  let expiresAt = startsAt;
  for (const { companyId, userId, n } of share()) {
    if (n % PER_ORDER === 0) {
      order = uuidv7();
      // Ends differ, as they do where a list is sorted by them.
      expiresAt = new Date(startsAt.getTime() + (DAYS + ((n / PER_ORDER) % 300)) * DAY);
      const number = `${now.getUTCFullYear()}-${String(orderFrom + n / PER_ORDER).padStart(6, '0')}`;
      rows.orders.push([
        ...[order, number, 'Bench GmbH', productId, SEATS, DAYS, 'commercial', PER_ORDER],
        ...[startsAt, expiresAt, userId],
      ]);
    }
    const code = generateCode();
    const [id, entry, seat] = [uuidv7(), uuidv7(), uuidv7()];
    const device = sha256(`device of ${id}`);
    rows.licenses.push([
      ...[
        id,
        order,
        createHmac('sha256', lookup).update(code).digest(),
        key.encrypt(code, 'activation-code'),
      ],
      ...[code.slice(-5), serialOf(from + n), SEATS, startsAt, expiresAt, startsAt, 2],
    ]);
    rows.entries.push([entry, id, productId, 1, expiresAt, companyId, startsAt, userId, 'code']);
    rows.seats.push([id, 1, SEATS, seat, device, 'Reception'], [id, 2, SEATS, null, null, null]);
    rows.activations.push([uuidv7(), id, entry, seat, device, productId, '12.6', sha256(`token of ${id}`)]);
  }
  return rows;
}

/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text).digest();

/** As services/licensing/src/orders/minted-licenses.ts. @param {number} n value of the sequence */
const serialOf = (n) =>
  ((BigInt(n) * 2_654_435_761n + 1_013_904_223n) % 4_294_967_296n)
    .toString(16)
    .padStart(8, '0')
    .toUpperCase();
