/** The product key with which the licensing service signs. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import {
  digest,
  InvalidPayload,
  isRootSignature,
  parseSealed,
  PayloadFields,
  rawBytes,
  readProductKeyCertificate,
  readRootKeys,
  tryRead,
  type ProductKeyCertificate,
} from '@tessera/license/format';

export interface ProductKey {
  privateKey: KeyObject;
  /** What the root key allows this key. */
  certificate: ProductKeyCertificate;
  /** The certificate block that goes below everything the key signs. */
  certificateText: string;
  /** SHA-256 of `certificateText`, base64url: the `Signer` line. */
  signer: string;
}

export interface ProductKeySource {
  /** PKCS #8 PEM, Ed25519. */
  privateKeyPem: string;
  /** Text of the product-key certificate. */
  certificateText: string;
  /** SPKI PEM, Ed25519; several while a root key is being replaced. */
  rootPublicKeyPem: string | readonly string[];
}

/**
 * Loads a product key and proves that it is usable: private key and certificate belong together, and the root key made
 * the certificate. Line ends at the end of the certificate's text may be missing, as files and variables lose them.
 * @throws InvalidProductKey with a sentence for the operator; the service must not start.
 */
export function loadProductKey({
  privateKeyPem,
  certificateText,
  rootPublicKeyPem,
}: ProductKeySource): ProductKey {
  const text = `${certificateText.trimEnd()}\n`;
  const document = parseSealed(text);
  if (document?.type !== 'PRODUCT KEY CERTIFICATE') {
    throw new InvalidProductKey('The certificate is not the exact text of a product-key certificate.');
  }
  if (!readRoots(rootPublicKeyPem).some((root) => isRootSignature(document, root))) {
    throw new InvalidProductKey('The product-key certificate was not signed by this root key.');
  }
  const certificate = tryRead(PayloadFields.fromBytes(document.payload), readProductKeyCertificate);
  if (certificate instanceof InvalidPayload) {
    throw new InvalidProductKey(`In the product-key certificate ${certificate.message}.`);
  }
  const privateKey = readPrivateKey(privateKeyPem);
  if (rawBytes(createPublicKey(privateKey)).toString('base64url') !== certificate.publicKey) {
    throw new InvalidProductKey('The private key does not belong to the product-key certificate.');
  }
  return { privateKey, certificate, certificateText: text, signer: digest(text) };
}

function readRoots(pem: string | readonly string[]): KeyObject[] {
  try {
    return readRootKeys(pem);
  } catch (cause) {
    throw new InvalidProductKey('The root public key is not an Ed25519 public key in PEM.', { cause });
  }
}

/** @throws InvalidProductKey; never repeats the PEM. */
export function readPrivateKey(pem: string): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = createPrivateKey(pem);
  } catch {
    // OpenSSL's message says nothing that helps, and may quote the input.
  }
  if (key?.asymmetricKeyType !== 'ed25519')
    throw new InvalidProductKey('The private key is not an Ed25519 key in PEM.');
  return key;
}

/** Keys or certificates of the configuration that cannot be used. */
export class InvalidProductKey extends Error {
  override name = 'InvalidProductKey';
}
