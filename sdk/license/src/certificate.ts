import {
  hashFingerprint,
  readCertificateContent,
  type CertificateContent,
} from './format/certificate-content.js';
import { InvalidPayload, tryRead } from './format/payload-fields.js';
import { coversProducts, isValidAt, openSealed, readRootKeys, type Flaw } from './format/signer-chain.js';
import type { ProductKeyCertificate } from './format/signer-chain.js';
import { CLOCK_SKEW, readClock } from './clock.js';

export type CertificateRefusal =
  | `CERTIFICATE_${Flaw}`
  | 'CERTIFICATE_WRONG_PRODUCT'
  | 'CERTIFICATE_WRONG_FINGERPRINT'
  | 'CERTIFICATE_WRONG_NONCE'
  | 'CERTIFICATE_NOT_YET_VALID'
  | 'CERTIFICATE_EXPIRED'
  | 'SIGNER_WRONG_PRODUCT'
  | 'SIGNER_EXPIRED'
  | 'LICENSE_EXPIRED'
  | 'LICENSE_NOT_ACTIVE';

export type CertificateResult =
  | { ok: true; certificate: CertificateContent; signerKeyId: string }
  | { ok: false; code: CertificateRefusal; detail: string };

export interface CertificateOptions {
  /** The vendor's root public key in PEM (SPKI, Ed25519); several while a root key is being replaced. */
  rootPublicKey: string | readonly string[];
  productId: string;
  /** This device's fingerprint, exactly as it was sent on activation. */
  fingerprint: string;
  /** The nonce that was sent with the check; leave it out when a stored certificate is read again. */
  nonce?: string;
  now?: Date;
}

/**
 * Verifies the certificate that an activation or a check returned, without a network. Format: docs/key-file-format.md.
 * `ok` means: this device may run this product now. 60 s of clock skew are allowed at either end of the certificate's
 * own time.
 *
 * The reasons, in the order in which they are found: `CERTIFICATE_MALFORMED`, `…_TAMPERED`, `…_FOREIGN_SIGNER` (as for
 * key files), `…_WRONG_PRODUCT`, `SIGNER_WRONG_PRODUCT`, `…_WRONG_FINGERPRINT` (made for another device),
 * `…_WRONG_NONCE` (an older reply was played back), `…_NOT_YET_VALID`, `…_EXPIRED` (check online again),
 * `SIGNER_EXPIRED`, and for a certificate that is genuine and current, but of a license that may not be used:
 * `LICENSE_EXPIRED`, `LICENSE_NOT_ACTIVE` (blocked, superseded, …; the detail names the status).
 *
 * @throws TypeError on options that no certificate could satisfy: a root key that is none, an invalid `now`.
 */
export function verifyCertificate(text: string, options: CertificateOptions): CertificateResult {
  const roots = readRootKeys(options.rootPublicKey);
  const now = readClock(options.now);
  const opened = openSealed(text, 'ACTIVATION CERTIFICATE', roots);
  if (!opened.ok) return refuse(`CERTIFICATE_${opened.flaw}`, opened.detail);
  const certificate = tryRead(opened.payload, readCertificateContent);
  if (certificate instanceof InvalidPayload)
    return refuse('CERTIFICATE_MALFORMED', `${certificate.message}.`);
  return (
    addresseeFlaw(certificate, opened.signer, options) ??
    timeFlaw(certificate, opened.signer, now) ??
    licenseFlaw(certificate, now) ?? { ok: true, certificate, signerKeyId: opened.signer.keyId }
  );
}

function addresseeFlaw(
  certificate: CertificateContent,
  signer: ProductKeyCertificate,
  { productId, fingerprint, nonce }: CertificateOptions,
): CertificateResult | undefined {
  if (certificate.product.id !== productId) {
    return refuse('CERTIFICATE_WRONG_PRODUCT', `The certificate is for ${certificate.product.name}.`);
  }
  if (!coversProducts(signer, [productId])) {
    return refuse('SIGNER_WRONG_PRODUCT', `Key ${signer.keyId} may not sign for this product.`);
  }
  if (certificate.fingerprintHash !== hashFingerprint(fingerprint)) {
    return refuse('CERTIFICATE_WRONG_FINGERPRINT', 'The certificate was made for another device.');
  }
  if (nonce !== undefined && certificate.nonce !== nonce) {
    return refuse('CERTIFICATE_WRONG_NONCE', 'The certificate does not answer this check.');
  }
  return undefined;
}

function timeFlaw(
  { issuedAt, validUntil }: CertificateContent,
  signer: ProductKeyCertificate,
  now: number,
): CertificateResult | undefined {
  if (now + CLOCK_SKEW < Date.parse(issuedAt)) {
    return refuse(
      'CERTIFICATE_NOT_YET_VALID',
      `The certificate was issued at ${issuedAt}; check the device's clock.`,
    );
  }
  if (now - CLOCK_SKEW >= Date.parse(validUntil)) {
    return refuse(
      'CERTIFICATE_EXPIRED',
      `The certificate was valid until ${validUntil}; check the license online.`,
    );
  }
  if (!isValidAt(signer, Date.parse(issuedAt)) || now >= Date.parse(signer.notAfter)) {
    return refuse(
      'SIGNER_EXPIRED',
      `Key ${signer.keyId} is valid from ${signer.notBefore} to ${signer.notAfter}.`,
    );
  }
  return undefined;
}

function licenseFlaw({ license }: CertificateContent, now: number): CertificateResult | undefined {
  if (license.status === 'expired' || now - CLOCK_SKEW >= Date.parse(license.expiresAt)) {
    return refuse('LICENSE_EXPIRED', `The license expired at ${license.expiresAt}.`);
  }
  return license.status === 'active'
    ? undefined
    : refuse('LICENSE_NOT_ACTIVE', `The license is ${license.status}.`);
}

function refuse(code: CertificateRefusal, detail: string): CertificateResult {
  return { ok: false, code, detail };
}
