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

/** Plain data: store it, protected like a password, and hand it back to `check` and `deactivate`. */
export interface Activation {
  id: string;
  token: string;
  productId: string;
  fingerprint: string;
  license: ActivatedLicense;
  /** For `verifyCertificate` while there is no network. */
  certificate: string;
}

export interface ActivatedLicense {
  status: LicenseStatus;
  /** UTC. */
  expiresAt: string;
}

export interface CheckResult {
  valid: boolean;
  /** Every reason at once why the license is not valid; empty when it is. */
  reasons: { code: string; remedy: string }[];
  /** UTC. */
  nextCheckAt: string;
  /** To be stored in place of the old one, also after a no: its certificate then says no offline as well. */
  activation: Activation;
}
