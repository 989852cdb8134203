/** Makes the keys of the chain. Pure functions: the caller decides where the secrets are kept. */
import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import {
  digest,
  rawBytes,
  sealDocument,
  type DocumentBody,
  type ProductKeyCertificate,
} from '@tessera/license/format';
import { readPrivateKey } from './keys.js';

export interface RootKey {
  /** PKCS #8 PEM. Belongs offline; only `makeProductKey` needs it. */
  privateKeyPem: string;
  /** SPKI PEM. Goes into the vendor's applications and into licensing's configuration. */
  publicKeyPem: string;
}

export interface ProductKeyTerms {
  /** `'*'` for every product of the catalogue. */
  productIds: readonly string[] | '*';
  /** Nothing that the key signs counts outside this time, so it must outlast the longest license: see the README. */
  notBefore: Date;
  notAfter: Date;
}

export interface IssuedProductKey {
  keyId: string;
  privateKeyPem: string;
  certificateText: string;
}

export function makeRootKey(): RootKey {
  return pemOf(generateKeyPairSync('ed25519').privateKey);
}

/** A new product key and its certificate. @throws RangeError on terms under which nothing could be signed. */
export function makeProductKey(
  root: Pick<RootKey, 'privateKeyPem'>,
  terms: ProductKeyTerms,
): IssuedProductKey {
  const { privateKeyPem } = pemOf(generateKeyPairSync('ed25519').privateKey);
  const { keyId, certificateText } = certifyProductKey(root, privateKeyPem, terms);
  return { keyId, privateKeyPem, certificateText };
}

/** A certificate for a product key that exists: to prolong it, or to let it sign for other products. */
export function certifyProductKey(
  root: Pick<RootKey, 'privateKeyPem'>,
  productPrivateKeyPem: string,
  terms: ProductKeyTerms,
): { keyId: string; certificateText: string } {
  if (!(terms.notBefore < terms.notAfter)) throw new RangeError('notBefore is not before notAfter.');
  if (terms.productIds.length === 0) throw new RangeError('productIds is empty.');
  const rootKey = readPrivateKey(root.privateKeyPem);
  const publicKey = rawBytes(createPublicKey(readPrivateKey(productPrivateKeyPem)));
  const certificate: ProductKeyCertificate = {
    keyId: digest(publicKey).slice(0, 16),
    publicKey: publicKey.toString('base64url'),
    productIds: [...terms.productIds],
    notBefore: terms.notBefore.toISOString(),
    notAfter: terms.notAfter.toISOString(),
  };
  const body: DocumentBody = {
    type: 'PRODUCT KEY CERTIFICATE',
    signer: digest(rawBytes(createPublicKey(rootKey))),
    notes: [['Key-Id', certificate.keyId]],
    payload: Buffer.from(JSON.stringify(certificate)),
  };
  const certificateText = sealDocument(body, (signed) => sign(null, signed, rootKey));
  return { keyId: certificate.keyId, certificateText };
}

function pemOf(privateKey: KeyObject): RootKey {
  return {
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKeyPem: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
  };
}
