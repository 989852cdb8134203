import {
  hashFingerprint,
  readCertificateContent,
  type CertificateContent,
} from './format/certificate-content.js';
import { InvalidPayload, tryRead } from './format/payload-fields.js';
import type { Flaw } from './format/flaw.js';
import { readRootKeys } from './format/public-keys.js';
import { coversProducts, isValidAt, openSealed, type ProductKeyCertificate } from './format/signer-chain.js';
import { readDocumentText, requireText } from './arguments.js';
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
  | {
      ok: false;
      code: CertificateRefusal;
      detail: string;
      /** With LICENSE_NOT_ACTIVE and LICENSE_EXPIRED: what the genuine certificate says. */
      certificate?: CertificateContent;
    };

export interface CertificateOptions {
  /** The vendor's root public key in PEM (SPKI, Ed25519); several, in one text or in a list, while one is being replaced. */
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
 * `LICENSE_NOT_ACTIVE` (blocked, superseded, …; the detail names the status), `LICENSE_EXPIRED`.
 *
 * @throws TypeError on what no certificate could satisfy: bytes instead of text, a root key that is none, an invalid `now`.
 */
export function verifyCertificate(text: string, options: CertificateOptions): CertificateResult {
  const now = readClock(options.now);
  return judge(text, options, () => now);
}

/**
 * Verifies the certificate of an answer that has just come, for who sends requests without `TesseraLicenseClient`. Its
 * nonce proves that it is new, so it is judged at the moment when it was issued, by the service's clock: a device whose
 * clock is wrong may run. Never for a stored certificate: it would count for ever.
 */
export function verifyAnswer(
  text: string,
  options: Omit<CertificateOptions, 'nonce' | 'now'> & { nonce: string },
): CertificateResult {
  requireText(options.nonce, 'nonce');
  return judge(text, options, ({ issuedAt }) => Date.parse(issuedAt));
}

function judge(
  text: string,
  options: CertificateOptions,
  momentOf: (certificate: CertificateContent) => number,
): CertificateResult {
  const roots = readRootKeys(options.rootPublicKey);
  requireText(options.productId, 'productId');
  requireText(options.fingerprint, 'fingerprint');
  const opened = openSealed(readDocumentText(text), 'ACTIVATION CERTIFICATE', roots);
  if (!opened.ok) return refuse(`CERTIFICATE_${opened.flaw}`, opened.detail);
  const certificate = tryRead(opened.payload, readCertificateContent);
  if (certificate instanceof InvalidPayload)
    return refuse('CERTIFICATE_MALFORMED', `${certificate.message}.`);
  const moment = momentOf(certificate);
  return (
    addresseeFlaw(certificate, opened.signer, options) ??
    timeFlaw(certificate, opened.signer, moment) ??
    licenseFlaw(certificate, moment) ?? { ok: true, certificate, signerKeyId: opened.signer.keyId }
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
  certificate: CertificateContent,
  signer: ProductKeyCertificate,
  now: number,
): CertificateResult | undefined {
  const { issuedAt, validUntil, license } = certificate;
  if (now + CLOCK_SKEW < Date.parse(issuedAt)) {
    return refuse(
      'CERTIFICATE_NOT_YET_VALID',
      `The certificate was issued at ${issuedAt}; check the device's clock.`,
    );
  }
  if (now - CLOCK_SKEW >= Date.parse(validUntil)) {
    // Where the certificate ends with the license, to ask online would change nothing.
    if (Date.parse(validUntil) >= Date.parse(license.expiresAt)) return licenseFlaw(certificate, now);
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

function licenseFlaw(certificate: CertificateContent, now: number): CertificateResult | undefined {
  const { status, expiresAt } = certificate.license;
  if (certificate.refusal !== undefined && status !== 'expired')
    return { ...refuse('LICENSE_NOT_ACTIVE', `The service says ${certificate.refusal}.`), certificate };
  if (status !== 'active' && status !== 'expired')
    return { ...refuse('LICENSE_NOT_ACTIVE', `The license is ${status}.`), certificate };
  return status === 'expired' || now - CLOCK_SKEW >= Date.parse(expiresAt)
    ? { ...refuse('LICENSE_EXPIRED', `The license expired at ${expiresAt}.`), certificate }
    : undefined;
}

function refuse(code: CertificateRefusal, detail: string): CertificateResult & { ok: false } {
  return { ok: false, code, detail };
}
