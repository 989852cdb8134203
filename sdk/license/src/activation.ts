import type { LicenseStatus } from './format/certificate-content.js';

export type ActivationRequest = ({ activationCode: string } | { keyFile: string }) & {
  /** What tells this device from others; the vendor's choice, stable over restarts. */
  fingerprint: string;
  /** `product` is the product's id in the catalogue. */
  application: { product: string; version: string };
  deviceName: string;
  /** Give one, and keep it until the call succeeds, if the call may be repeated after a restart. */
  idempotencyKey?: string;
};

/** What the service knows an activation by: enough for `check` and `deactivate`. */
export interface ActivationHandle {
  id: string;
  token: string;
  productId: string;
  fingerprint: string;
}

/** Plain data: store it, protected like a password, and hand it back to `check` and `deactivate`. */
export interface Activation extends ActivationHandle {
  /** As the certificate says it. */
  license: ActivatedLicense;
  /** For `verifyCertificate` while there is no network. */
  certificate: string;
}

export interface ActivatedLicense {
  status: LicenseStatus | (string & {});
  /** UTC. */
  expiresAt: string;
}

export type CheckResult = CheckVerdict &
  (
    | { valid: true; /** To be stored in place of the old one. */ activation: Activation }
    | {
        valid: false;
        /**
         * To be stored in place of the old one: its certificate says no offline as well. A no that the service does not prove
         * by a certificate changes nothing that is stored, or somebody on the way could end the activation; null if there
         * was no certificate before either.
         */
        activation: Activation | null;
      }
  );

export interface CheckVerdict {
  /** Every reason at once why the license is not valid; empty when it is. */
  reasons: { code: string; remedy: string }[];
  /** UTC. */
  nextCheckAt: string;
}

/** Something to tell the person or the log, though the call has succeeded. */
export interface LicenseWarning {
  code: 'CLOCK_SKEWED';
  detail: string;
  /** How far the service's clock is ahead of this device's; negative where it is behind. */
  clockSkewSeconds: number;
}
