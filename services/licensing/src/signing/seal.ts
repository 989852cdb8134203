/** Signs a payload with a product key. Format: docs/key-file-format.md. */
import { sign } from 'node:crypto';
import {
  coversProducts,
  InvalidPayload,
  isValidAt,
  MAX_DOCUMENT_LENGTH,
  PayloadFields,
  sealDocument,
  tryRead,
  type DocumentBody,
  type DocumentType,
} from '@tessera/license/format';
import type { ProductKey } from './keys.js';

export interface Sealing<T> {
  type: DocumentType;
  content: T;
  /** The reader of the same content: what it refuses is not signed, what it does not know is left out. */
  read: (payload: PayloadFields) => T;
  notes: DocumentBody['notes'];
  /** Products that the document speaks for. */
  productIds: readonly string[];
  /** UTC: the signer must be valid from the first to the second. */
  issuedAt: string;
  countsUntil: string;
}

/** @throws SigningRefused: nothing leaves this house that a client would refuse. */
export function seal<T>(sealing: Sealing<T>, key: ProductKey): string {
  const { type, notes, productIds, issuedAt, countsUntil } = sealing;
  if (!coversProducts(key.certificate, productIds)) {
    throw new SigningRefused(
      'SIGNER_WRONG_PRODUCT',
      `Key ${key.certificate.keyId} may not sign for ${productIds.join(', ')}.`,
    );
  }
  const payload = encode(sealing);
  // The last moment that counts lies before `countsUntil`, which may coincide with the signer's own end.
  if (
    !isValidAt(key.certificate, Date.parse(issuedAt)) ||
    Date.parse(countsUntil) > Date.parse(key.certificate.notAfter)
  ) {
    throw new SigningRefused(
      'SIGNER_EXPIRED',
      `Key ${key.certificate.keyId} is valid until ${key.certificate.notAfter}, the document until ${countsUntil}.`,
    );
  }
  const body: DocumentBody = { type, signer: key.signer, notes, payload };
  const text = sealDocument(body, (signed) => sign(null, signed, key.privateKey)) + key.certificateText;
  if (text.length > MAX_DOCUMENT_LENGTH) {
    throw new SigningRefused(
      'DOCUMENT_TOO_LARGE',
      `${text.length} bytes, ${MAX_DOCUMENT_LENGTH} are allowed.`,
    );
  }
  return text;
}

function encode<T>({ content, read }: Sealing<T>): Uint8Array {
  const known = tryRead(PayloadFields.fromBytes(Buffer.from(JSON.stringify(content))), read);
  if (known instanceof InvalidPayload) throw new SigningRefused('CONTENT_INVALID', `${known.message}.`);
  return Buffer.from(JSON.stringify(known));
}

/** A mistake of configuration or program, not of a customer. */
export class SigningRefused extends Error {
  override name = 'SigningRefused';
  constructor(
    readonly code: 'CONTENT_INVALID' | 'SIGNER_WRONG_PRODUCT' | 'SIGNER_EXPIRED' | 'DOCUMENT_TOO_LARGE',
    detail: string,
  ) {
    super(detail);
  }
}
