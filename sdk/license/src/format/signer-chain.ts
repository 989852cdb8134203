/** The chain of trust: root key → product-key certificate → document. */
import { verify, type KeyObject } from 'node:crypto';
import type { Flaw } from './flaw.js';
import { InvalidPayload, PayloadFields } from './payload-fields.js';
import { keyIdOf, rawBytes, readPublicKey } from './public-keys.js';
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
  if (typeof text !== 'string') return flaw('MALFORMED', 'There is no text: read the file as UTF-8.');
  if (text.length > MAX_DOCUMENT_LENGTH)
    return flaw('MALFORMED', `The text is longer than ${MAX_DOCUMENT_LENGTH} bytes.`);
  if (text.includes('\r'))
    return flaw('MALFORMED', 'The line ends were changed on the way; send the file as an attachment.');
  if (/^[\ufeff\0]|^.\0/.test(text))
    return flaw('MALFORMED', 'The file was saved anew in another encoding; send it as an attachment.');
  const chain = splitChain(text);
  const document = chain && parseSealed(chain.document);
  const certificate = chain && parseSealed(chain.certificate);
  if (!document || !certificate)
    return flaw('MALFORMED', `This is not the exact text of a Tessera ${type.toLowerCase()}.`);
  if (document.type !== type)
    return flaw('MALFORMED', `This is ${withArticle(document.type)}, not ${withArticle(type)}.`);
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

function withArticle(type: DocumentType): string {
  const name = type.toLowerCase();
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

/** @throws InvalidPayload */
export function readProductKeyCertificate(payload: PayloadFields): ProductKeyCertificate {
  const publicKey = payload.bytes32('publicKey');
  const keyId = payload.text('keyId');
  if (keyId !== keyIdOf(Buffer.from(publicKey, 'base64url')))
    throw new InvalidPayload('keyId is not that of publicKey');
  const productIds = payload.texts('productIds');
  if (productIds.length === 0) throw new InvalidPayload('productIds is empty');
  return {
    keyId,
    publicKey,
    productIds,
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
  const key = readPublicKey(Buffer.from(x, 'base64url'));
  if (!key) throw new InvalidPayload('publicKey is a point of small order');
  return key;
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
