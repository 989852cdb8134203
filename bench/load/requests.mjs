import { v7 as uuidv7 } from 'uuid';

export const table = {
  name: 'request',
  columns: [
    'id',
    'company_id',
    'company_name',
    'author_id',
    'author_name',
    'number',
    'category',
    'status',
    'status_since',
    'level',
    'critical',
    'subject',
    'description',
    'created_at',
    'updated_at',
    'version',
  ],
};
const statuses = ['in_progress', 'awaiting_reply', 'solution_provided', 'closed'];

/**
 * Requests as their registration writes them; most have since moved on.
 * @param {import('./fill.mjs').Share} share @param {number} from first value of the sequence `request_number`
 * @returns {Generator<import('./copy.mjs').Row>}
 */
export function* requests(share, from) {
  const now = new Date();
  for (const { companyId, userId, n } of share()) {
    const number = `T-${now.getUTCFullYear()}-${String(from + n).padStart(6, '0')}`;
    yield [
      uuidv7(),
      companyId,
      'Bench GmbH',
      userId,
      'Olga Acker',
      number,
      'portal',
      statuses[n % statuses.length] ?? null,
      now,
      'standard',
      false,
      `Slow since update ${n}`,
      'The portal is slow today. It was fast yesterday, and nobody has changed anything.',
      now,
      now,
      1,
    ];
  }
}
