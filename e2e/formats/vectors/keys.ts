/** The keys of docs/key-file-vectors.json: RFC 8032 §7.1, secret halves that everybody knows. */
import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { digest, keyIdOf, rawBytes, sealDocument, type DocumentType } from '@tessera/license/format';

const seeds = {
  root: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
  product: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
  otherRoot: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
  otherProduct: 'f5e5767cf153319517630f226876b86c8160cc583bc013744c6bf255f5cc0ee5',
};
export type Name = keyof typeof seeds;

/** PKCS #8 around an Ed25519 seed (RFC 8410 §7). */
const keys = Object.fromEntries(
  Object.entries(seeds).map(([name, seed]) => {
    const key = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex');
    return [name, createPrivateKey({ key, format: 'der', type: 'pkcs8' })];
  }),
) as Record<Name, KeyObject>;

export const publicBytes = (name: Name): Buffer => rawBytes(createPublicKey(keys[name]));
export const pemOf = (name: Name): string =>
  createPublicKey(keys[name]).export({ type: 'spki', format: 'pem' }).toString();

/** An object is written as JSON; a text or bytes are taken as they are. */
export type Payload = object | string | Uint8Array;

export interface Sealed {
  payload: Payload;
  by: Name;
  notes?: [string, string][];
  /** Whom the block names; else the one who signs. */
  signer?: string;
}

/** One block. */
export function block(type: DocumentType, { payload, by, notes = [], signer }: Sealed): string {
  const raw =
    typeof payload === 'string' || payload instanceof Uint8Array ? payload : JSON.stringify(payload);
  const body = {
    type,
    signer: signer ?? digest(publicBytes(by)),
    notes,
    payload: Buffer.from(raw as string),
  };
  return sealDocument(body, (signed) => sign(null, signed, keys[by]));
}

export const productKey = {
  keyId: keyIdOf(publicBytes('product')),
  publicKey: publicBytes('product').toString('base64url'),
  productIds: ['endpoint-shield', 'mobile-shield'],
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: '2036-01-01T00:00:00.000Z',
};

/** The certificate block of the product key; `changes` to what it says, or to the block. */
export function certified(changes: object = {}, sealed: Partial<Sealed> = {}): string {
  return block('PRODUCT KEY CERTIFICATE', { payload: { ...productKey, ...changes }, by: 'root', ...sealed });
}

/** The whole text: a document of these words above a certificate. */
export function chain(
  type: DocumentType,
  payload: Payload,
  { certificate = certified(), ...sealed }: Partial<Sealed> & { certificate?: string } = {},
): string {
  return block(type, { payload, by: 'product', signer: digest(certificate), ...sealed }) + certificate;
}
