export { verifyKeyFile } from './key-file.js';
export type { KeyFileOptions, KeyFileRefusal, KeyFileResult } from './key-file.js';
export { activatedProductIds, activatesVersion } from './format/key-file-content.js';
export { coversVersion } from './format/versions.js';
export type { CompatibleApplication, KeyFileContent, LicenseKind } from './format/key-file-content.js';

export { verifyAnswer, verifyCertificate } from './certificate.js';
export type { CertificateOptions, CertificateRefusal, CertificateResult } from './certificate.js';
export { hashFingerprint } from './format/certificate-content.js';
export type { CertificateContent, LicenseStatus } from './format/certificate-content.js';

export { checkCode, formatCode, normalizeCode } from './format/activation-code.js';
export type { CodeResult } from './format/activation-code.js';

export { TesseraLicenseClient } from './client.js';
export type { ClientOptions } from './options.js';
export type { CallOptions } from './http.js';
export type {
  ActivatedLicense,
  Activation,
  ActivationHandle,
  ActivationRequest,
  CheckResult,
  LicenseWarning,
} from './activation.js';
export { CertificateRefused, LicenseRefused, ServiceUnreachable, TesseraLicenseError } from './errors.js';
export type { Problem, Remedy, UnreachableCode } from './errors.js';
