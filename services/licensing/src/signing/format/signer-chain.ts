/** The chain of trust: root key → product-key certificate → document. */
import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { InvalidPayload, PayloadFields } from './payload-fields.js';
import {
  digest,
  MAX_DOCUMENT_LENGTH,
  parseSealed,
  signedText,
  splitChain,
  type DocumentType,
} from './sealed-document.js';
import type { SealedDocument } from './sealed-document.js';

/** What the root key says about a product key. The validity bounds both the signing and the use of what was signed. */
export interface ProductKeyCertificate {
  /** First 16 characters of the SHA-256 of the public key in base64url: names the key in logs. */
  keyId: string;
  /** Ed25519 public key, 32 bytes, base64url. */
  publicKey: string;
  /** The products that the key may sign for; `['*']` is every product. */
  productIds: string[];
  /** UTC, inclusive. */
  notBefore: string;
  /** UTC, exclusive. */
  notAfter: string;
}

export type Flaw = 'MALFORMED' | 'TAMPERED' | 'FOREIGN_SIGNER';
export type Opened =
  | { ok: true; payload: PayloadFields; signer: ProductKeyCertificate }
  | { ok: false; flaw: Flaw; detail: string };

/**
 * Opens a document and proves its chain. Says nothing about time or product: see `signerFlaw` and the callers.
 * TAMPERED means that document, certificate and signature do not belong together; FOREIGN_SIGNER that they do, but
 * that no root key of ours stands behind them.
 */
export function openSealed(text: string, type: DocumentType, roots: readonly KeyObject[]): Opened {
  try {
    return open(text, type, roots);
  } catch (error) {
    if (error instanceof InvalidPayload) return flaw('MALFORMED', `${error.message}.`);
    throw error;
  }
}

function open(text: string, type: DocumentType, roots: readonly KeyObject[]): Opened {
  if (typeof text !== 'string') return flaw('MALFORMED', 'There is no text.');
  if (text.length > MAX_DOCUMENT_LENGTH)
    return flaw('MALFORMED', `The text is longer than ${MAX_DOCUMENT_LENGTH} bytes.`);
  if (text.includes('\r'))
    return flaw('MALFORMED', 'The line ends were changed on the way; send the file as an attachment.');
  const chain = splitChain(text);
  const document = chain && parseSealed(chain.document);
  const certificate = chain && parseSealed(chain.certificate);
  if (!document || !certificate)
    return flaw('MALFORMED', `This is not the exact text of a Tessera ${type.toLowerCase()}.`);
  if (document.type !== type)
    return flaw('MALFORMED', `This is a ${document.type.toLowerCase()}, not a ${type.toLowerCase()}.`);
  if (document.signer !== digest(chain.certificate))
    return flaw('TAMPERED', 'The certificate was changed or exchanged.');

  const signer = readProductKeyCertificate(PayloadFields.fromBytes(certificate.payload));
  if (!isSignedBy(document, rawPublicKey(signer.publicKey)))
    return flaw('TAMPERED', 'The signature does not fit the text.');
  if (!roots.some((root) => isRootSignature(certificate, root))) {
    return flaw('FOREIGN_SIGNER', 'The signer is not certified by the root key.');
  }
  return { ok: true, payload: PayloadFields.fromBytes(document.payload), signer };
}

export function readProductKeyCertificate(payload: PayloadFields): ProductKeyCertificate {
  return {
    keyId: payload.matching('keyId', /^[\w-]{16}$/, 'a key id'),
    publicKey: payload.bytes32('publicKey'),
    productIds: payload.texts('productIds'),
    notBefore: payload.time('notBefore'),
    notAfter: payload.time('notAfter'),
  };
}

/** True if this root key made the certificate: named in it, and its signature holds. */
export function isRootSignature(certificate: SealedDocument, root: KeyObject): boolean {
  return certificate.signer === digest(rawBytes(root)) && isSignedBy(certificate, root);
}

function isSignedBy(document: SealedDocument, key: KeyObject): boolean {
  return verify(null, Buffer.from(signedText(document)), key, document.signature);
}

function rawPublicKey(x: string): KeyObject {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  } catch {
    throw new InvalidPayload('publicKey is not an Ed25519 key');
  }
}

/** The 32 bytes of an Ed25519 public key. */
export function rawBytes(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url');
}

/** One or more root public keys in PEM (SPKI). @throws TypeError on anything else: a mistake in the program. */
export function readRootKeys(pem: string | readonly string[]): KeyObject[] {
  const keys = [pem].flat().map(readPublicKey);
  if (keys.length === 0 || keys.some((key) => key?.asymmetricKeyType !== 'ed25519')) {
    throw new TypeError('The root public key is not an Ed25519 public key in PEM.');
  }
  return keys as KeyObject[];
}

/** Node would take a private key too, and make the public one of it: whoever passes that has built it into a client. */
function readPublicKey(pem: string): KeyObject | undefined {
  try {
    return /PRIVATE/.test(pem) ? undefined : createPublicKey(pem);
  } catch {
    return undefined;
  }
}

/** May this signer speak for these products? */
export function coversProducts(signer: ProductKeyCertificate, productIds: readonly string[]): boolean {
  return signer.productIds.includes('*') || productIds.every((id) => signer.productIds.includes(id));
}

/** Was the signer valid at this moment? (milliseconds since 1970) */
export function isValidAt(signer: ProductKeyCertificate, at: number): boolean {
  return Date.parse(signer.notBefore) <= at && at < Date.parse(signer.notAfter);
}

function flaw(kind: Flaw, detail: string): Opened {
  return { ok: false, flaw: kind, detail };
}
