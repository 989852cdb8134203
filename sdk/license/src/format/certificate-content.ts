/** What an activation certificate says. Field by field in docs/key-file-format.md. */
import type { PayloadFields } from './payload-fields.js';
import { digest } from './sealed-document.js';

/** The states that licensing knows today. Readers take every other word as well: it says no, like all but `active`. */
export type LicenseStatus =
  'active' | 'expired' | 'not_activated' | 'blocked' | 'under_verification' | 'superseded';

export interface CertificateContent {
  activationId: string;
  license: { id: string; status: LicenseStatus | (string & {}); expiresAt: string };
  /** The application that was activated. */
  product: { id: string; name: string };
  /** See `hashFingerprint`. */
  fingerprintHash: string;
  /** Repeats the nonce of the check or activation; null where none was sent. */
  nonce: string | null;
  issuedAt: string;
  /** UTC, exclusive: the certificate counts offline until then. */
  validUntil: string;
  /** Why this device may not run the product, where the service says no: `ACTIVATION_ENDED`, `LICENSE_BLOCKED`, … */
  refusal?: string;
  /** Kept for a deny list, of which there is none yet: 0. */
  epoch: number;
}

/** @throws InvalidPayload */
export function readCertificateContent(payload: PayloadFields): CertificateContent {
  const license = payload.object('license');
  const product = payload.object('product');
  const refusal = payload.textOrAbsent('refusal');
  return {
    activationId: payload.text('activationId'),
    license: {
      id: license.text('id'),
      status: license.matching('status', /^[a-z][a-z_]*$/, 'a state'),
      expiresAt: license.time('expiresAt'),
    },
    product: { id: product.text('id'), name: product.text('name') },
    fingerprintHash: payload.bytes32('fingerprintHash'),
    nonce: payload.textOrNull('nonce'),
    issuedAt: payload.time('issuedAt'),
    validUntil: payload.time('validUntil'),
    ...(refusal === undefined ? {} : { refusal }),
    epoch: payload.integer('epoch', 0),
  };
}

/** SHA-256 of a device fingerprint (UTF-8, taken as it is), so that the certificate does not carry it in clear. */
export function hashFingerprint(fingerprint: string): string {
  return digest(`tessera-fingerprint/1\n${fingerprint}`);
}
