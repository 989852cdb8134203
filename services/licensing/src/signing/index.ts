export { keyFileArchive, type SignedKeyFile } from './archive.js';
export { compatibilityList, type NamedKeyFile } from './compatibility-list.js';
export { InvalidProductKey, loadProductKey, type ProductKey, type ProductKeySource } from './keys.js';
export { certifyProductKey, makeProductKey, makeRootKey } from './make-keys.js';
export type { IssuedProductKey, ProductKeyTerms, RootKey } from './make-keys.js';
export { openKeyFile, openUploaded, type OpenedKeyFile } from './open-key-file.js';
export { SigningRefused } from './seal.js';
export { signCertificate } from './sign-certificate.js';
export { keyFileName, signKeyFile } from './sign-key-file.js';
