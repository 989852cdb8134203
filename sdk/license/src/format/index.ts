/**
 * `@tessera/license/format`: the format itself, for programs that write such documents; to verify them, take `@tessera/license`.
 * Nothing here holds or makes a private key: the caller brings the signature.
 */
export { hashFingerprint, readCertificateContent } from './certificate-content.js';
export type { CertificateContent, LicenseStatus } from './certificate-content.js';

export { activatedProductIds, activatesVersion, readKeyFileContent } from './key-file-content.js';
export type { CompatibleApplication, KeyFileContent, LicenseKind } from './key-file-content.js';

export { InvalidPayload, PayloadFields, tryRead } from './payload-fields.js';

export { digest, MAX_DOCUMENT_LENGTH, parseSealed, sealDocument, splitChain } from './sealed-document.js';
export type { DocumentBody, DocumentType, SealedDocument, Signature } from './sealed-document.js';

export { coversProducts, isRootSignature, isValidAt, openSealed } from './signer-chain.js';
export { readProductKeyCertificate } from './signer-chain.js';
export type { Opened, ProductKeyCertificate } from './signer-chain.js';
export type { Flaw } from './flaw.js';
export { keyIdOf, rawBytes, readRootKeys } from './public-keys.js';
export { coversVersion } from './versions.js';

export { checkCode, formatCode } from './activation-code.js';
export { ALPHABET, checkCharacters, foldCharacters, RANDOM_LENGTH } from './code-characters.js';
