/** Ed25519 public keys as texts: the root's in PEM, a product key's in its certificate. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { digest } from './sealed-document.js';

/** What stands in front of the 32 bytes of the key in SubjectPublicKeyInfo (RFC 8410 §4). */
const SPKI = '302a300506032b6570032100';
const BLOCK = /-----BEGIN ([^-\n]+)-----([^-]*)-----END \1-----/g;

/**
 * Every root public key in the text or texts: PEM blocks `PUBLIC KEY` (SPKI, Ed25519), one below the other, with any line
 * ends and with other lines between them. Some settings keep no line breaks; there `\n` may stand for one.
 * @throws TypeError on a block of anything else, on half a block, and where there is none: a mistake in the program
 */
export function readRootKeys(pem: string | readonly string[]): KeyObject[] {
  const texts: readonly unknown[] = Array.isArray(pem) ? pem : [pem];
  const keys = texts.flatMap(readBlocks);
  if (keys.length === 0) throw notRootKey('there is none');
  return keys;
}

function readBlocks(text: unknown): KeyObject[] {
  if (typeof text !== 'string') throw notRootKey('a key is given as text in PEM');
  const lines = text.replaceAll('\\n', '\n');
  const blocks = [...lines.matchAll(BLOCK)];
  if (blocks.length === 0) throw notRootKey('there is no PEM block in the text');
  // A block that was cut off must not be left out in silence: nothing would verify under it.
  if (blocks.length !== lines.split('-----BEGIN ').length - 1) throw notRootKey('a PEM block is incomplete');
  return blocks.map(([, label, body]) => readBlock(label!, body!));
}

/** Node would take a private key too, and derive the public one: a caller that passes it has built it into a client. */
function readBlock(label: string, body: string): KeyObject {
  if (label !== 'PUBLIC KEY') throw notRootKey(`a block is a ${label.toLowerCase()}`);
  const base64 = body.replace(/\s/g, '');
  const bytes = Buffer.from(base64, 'base64');
  const der = bytes.toString('base64') === base64 ? bytes.toString('hex') : '';
  if (der.length !== SPKI.length + 64 || !der.startsWith(SPKI)) {
    throw notRootKey('a block holds no Ed25519 key');
  }
  const key = readPublicKey(Buffer.from(der.slice(SPKI.length), 'hex'));
  if (!key) throw notRootKey('a key has small order');
  return key;
}

function notRootKey(why: string): TypeError {
  return new TypeError(`The root public key is not an Ed25519 public key in PEM: ${why}.`);
}

/**
 * Points of small order, the sign bit left out: under such a key one signature holds for many texts, without any secret.
 * Seven encodings of y, three of them not reduced (y ≥ 2²⁵⁵ − 19).
 */
const SMALL_ORDER = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/** The key of 32 bytes, or undefined for one of small order. */
export function readPublicKey(bytes: Uint8Array): KeyObject | undefined {
  const withoutSign = Buffer.from(bytes);
  withoutSign[31]! &= 0x7f;
  if (SMALL_ORDER.has(withoutSign.toString('hex'))) return undefined;
  const x = Buffer.from(bytes).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/** The 32 bytes of an Ed25519 public key. */
export function rawBytes(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url');
}

/** Names a key in logs and lists: the first 16 characters of the SHA-256 of its 32 bytes in base64url. */
export function keyIdOf(key: KeyObject | Uint8Array): string {
  return digest(key instanceof Uint8Array ? key : rawBytes(key)).slice(0, 16);
}
