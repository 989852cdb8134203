import { createPublicKey, verify, type KeyObject } from 'node:crypto';

/** DER of an Ed25519 SPKI without its 32 bytes (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** The text that is signed: what it is for, then its parts, each on a line; no part can contain a line feed. */
export const signedText = (domain: string, ...parts: (string | number)[]): Buffer =>
  Buffer.from([domain, ...parts].join('\n'));

/** @returns whether a device with this public key (32 bytes, base64url) signed the text; false for a malformed key too */
export function isSignedBy(publicKey: string, text: Buffer, signature: string): boolean {
  try {
    return verify(null, text, readPublicKey(publicKey), Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

function readPublicKey(base64url: string): KeyObject {
  const raw = Buffer.from(base64url, 'base64url');
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
}

/** The 32 bytes of a public key as base64url. */
export function rawPublicKey(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length).toString('base64url');
}
