import { createHash } from 'node:crypto';
import { activatedProductIds, readKeyFileContent, type KeyFileContent } from '@tessera/license/format';
import type { ProductKey } from './keys.js';
import { seal, SigningRefused } from './seal.js';

/**
 * The text of a key file; to be stored, mailed and served byte for byte.
 * @throws SigningRefused if the key may not sign for one of the products or ends before the license, or if the content
 *   is not of the documented shape.
 */
export function signKeyFile(content: KeyFileContent, key: ProductKey): string {
  if (content.startsAt >= content.expiresAt)
    throw new SigningRefused('CONTENT_INVALID', 'The term ends before it starts.');
  return seal(
    {
      type: 'KEY FILE',
      content,
      read: readKeyFileContent,
      notes: [
        ['Serial-Number', content.serialNumber],
        ['Expires-At', content.expiresAt],
      ],
      productIds: activatedProductIds(content),
      issuedAt: content.issuedAt,
      countsUntil: content.expiresAt,
    },
    key,
  );
}

/**
 * `XXXXXXXX.key`. The first product of a license has the serial number itself. Further ones share that serial number
 * (LIC-066) and still need a name of their own: 8 digits drawn from serial number and position, the same every time.
 * `position` counts from 1 and belongs to the license entry: it must never change.
 */
export function keyFileName(serialNumber: string, position = 1): string {
  if (position === 1) return `${serialNumber}.key`;
  const drawn = createHash('sha256').update(`${serialNumber}/${position}`).digest('hex').slice(0, 8);
  return `${drawn.toUpperCase()}.key`;
}
