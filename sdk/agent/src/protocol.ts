import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

/** DER of an Ed25519 SPKI without its 32 bytes (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** What is signed: the purpose, then its parts, each on a line, so that no signature serves two purposes. */
const text = (domain: string, ...parts: (string | number)[]): Buffer =>
  Buffer.from([domain, ...parts].join('\n'));

export interface KeyPair {
  /** PKCS #8 PEM; never leaves the device. */
  privateKey: string;
  /** 32 bytes as base64url. */
  publicKey: string;
}

export function makeKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicKey: publicKey
      .export({ format: 'der', type: 'spki' })
      .subarray(SPKI_PREFIX.length)
      .toString('base64url'),
  };
}

/**
 * Enrollment codes are typed by people: separators go, look-alikes fold (I and L are 1, O is 0). What else a word processor has put
 * in the platform folds: it takes the proof over the code as it is sent.
 */
export const normalizeCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');

export const enrollmentProof = (keys: KeyPair, code: string): string =>
  signWith(keys, text('tessera-enroll-v1', normalizeCode(code), keys.publicKey));

/** The old key pair vouches for the new one. */
export const replacementProof = (old: KeyPair, code: string, publicKey: string): string =>
  signWith(old, text('tessera-replace-v1', normalizeCode(code), publicKey));

export const sessionProof = (
  keys: KeyPair,
  challenge: string,
  deviceId: string,
  epoch: number,
  continuity: string,
): string => signWith(keys, text('tessera-session-v1', challenge, deviceId, epoch, continuity));

const signWith = (keys: KeyPair, message: Buffer): string =>
  sign(null, message, createPrivateKey(keys.privateKey)).toString('base64url');

export interface ServiceKey {
  id: string;
  publicKey: string;
}

export interface SignedCommand {
  payload: string;
  signature: string;
  keyId: string;
}

/** What the platform tells a device. Times are ISO 8601 in UTC, `runTimeout` is in seconds. */
export interface Order {
  type: 'run' | 'cancel';
  id: string;
  deviceId: string;
  epoch: number;
  issuedAt: string;
  deliverBy: string;
  /** Only of `run`. */
  kind?: string;
  parameters?: Record<string, unknown>;
  runTimeout?: number;
}

export type OrderRefusal = 'UNKNOWN_KEY' | 'WRONG_SIGNATURE' | 'MALFORMED' | 'OTHER_DEVICE' | 'OTHER_EPOCH';

/** Verifies before it parses: nothing of an unsigned text is looked at. */
export function openOrder(
  signed: SignedCommand,
  me: { deviceId: string; epoch: number; serviceKeys: readonly ServiceKey[] },
): Order | OrderRefusal {
  const key = me.serviceKeys.find((k) => k.id === signed.keyId);
  if (!key) return 'UNKNOWN_KEY';
  if (!isSignedBy(key.publicKey, text('tessera-command-v1', signed.payload), signed.signature))
    return 'WRONG_SIGNATURE';
  const order = parse(signed.payload);
  if (!order) return 'MALFORMED';
  if (order.deviceId !== me.deviceId) return 'OTHER_DEVICE';
  return order.epoch === me.epoch ? order : 'OTHER_EPOCH';
}

function isSignedBy(publicKey: string, message: Buffer, signature: string): boolean {
  try {
    return verify(null, message, readPublicKey(publicKey), Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

const readPublicKey = (base64url: string): KeyObject =>
  createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, Buffer.from(base64url, 'base64url')]),
    format: 'der',
    type: 'spki',
  });

function parse(payload: string): Order | null {
  try {
    const o = JSON.parse(payload) as Order;
    const known = o.type === 'run' || o.type === 'cancel';
    const dated = !Number.isNaN(Date.parse(o.deliverBy));
    return known && dated && typeof o.id === 'string' && typeof o.epoch === 'number' ? o : null;
  } catch {
    return null;
  }
}
