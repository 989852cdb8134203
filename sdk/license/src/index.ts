export { verifyKeyFile } from './key-file.js';
export type { KeyFileOptions, KeyFileRefusal, KeyFileResult } from './key-file.js';
export { activatedProductIds } from './format/key-file-content.js';
export type { CompatibleApplication, KeyFileContent, LicenseKind } from './format/key-file-content.js';

export { verifyCertificate } from './certificate.js';
export type { CertificateOptions, CertificateRefusal, CertificateResult } from './certificate.js';
export { hashFingerprint } from './format/certificate-content.js';
export type { CertificateContent, LicenseStatus } from './format/certificate-content.js';

export { checkCode, formatCode, normalizeCode } from './format/activation-code.js';
export type { CodeResult } from './format/activation-code.js';

export { TesseraLicenseClient } from './client.js';
export type { ClientOptions } from './client.js';
export type { ActivatedLicense, Activation, ActivationRequest, CheckResult } from './activation.js';
export { CertificateRefused, LicenseRefused, ServiceUnreachable, TesseraLicenseError } from './errors.js';
export type { Problem } from './errors.js';
