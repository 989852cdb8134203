import { readCertificateContent, type CertificateContent } from '@tessera/license/format';
import type { ProductKey } from './keys.js';
import { seal } from './seal.js';

/**
 * The certificate in the reply to an activation or a check. It ends with the signer if that comes first.
 * @throws SigningRefused if the key may not sign for the product or is not valid, or if the content is not of the
 *   documented shape.
 */
export function signCertificate(content: CertificateContent, key: ProductKey): string {
  const end = key.certificate.notAfter;
  const validUntil = content.validUntil < end ? content.validUntil : end;
  return seal(
    {
      type: 'ACTIVATION CERTIFICATE',
      content: { ...content, validUntil },
      read: readCertificateContent,
      notes: [['Valid-Until', validUntil]],
      productIds: [content.product.id],
      issuedAt: content.issuedAt,
      countsUntil: validUntil,
    },
    key,
  );
}
