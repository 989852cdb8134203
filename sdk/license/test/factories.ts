/** A vendor's keys and documents for the specs. The published package signs nothing; only here it does. */
import { createHash, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { CertificateContent } from '../src/format/certificate-content.js';
import { hashFingerprint } from '../src/format/certificate-content.js';
import type { KeyFileContent } from '../src/format/key-file-content.js';
import { digest, sealDocument, type DocumentType } from '../src/format/sealed-document.js';
import { rawBytes } from '../src/format/public-keys.js';
import type { ProductKeyCertificate } from '../src/format/signer-chain.js';

export const NOW = new Date('2026-11-21T12:00:00.000Z');

export interface Vendor {
  rootPublicKey: string;
  /** Signs whatever it is told to. */
  sign: (type: DocumentType, payload: unknown) => string;
}

/**
 * Root key and product key; `terms` changes what the root key says about the product key. An impostor names the root key
 * of `claimedRoot` in the certificate that his own root key signs.
 */
export function makeVendor(terms: Partial<ProductKeyCertificate> = {}, claimedRoot?: string): Vendor {
  const root = generateKeyPairSync('ed25519');
  const product = generateKeyPairSync('ed25519');
  const publicKey = rawBytes(product.publicKey).toString('base64url');
  const certificate = {
    keyId: createHash('sha256').update(rawBytes(product.publicKey)).digest('base64url').slice(0, 16),
    publicKey,
    productIds: ['*'],
    notBefore: '2026-01-01T00:00:00.000Z',
    notAfter: '2036-01-01T00:00:00.000Z',
    ...terms,
  };
  const named = claimedRoot === undefined ? root.publicKey : createPublicKey(claimedRoot);
  const chain = block('PRODUCT KEY CERTIFICATE', certificate, digest(rawBytes(named)), root.privateKey);
  return {
    rootPublicKey: root.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (type, payload) => block(type, payload, digest(chain), product.privateKey) + chain,
  };
}

/** One block; a string as payload is taken as it is. */
function block(type: DocumentType, payload: unknown, signer: string, key: KeyObject): string {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const body = { type, signer, notes: [['Note', 'for people']] as const, payload: Buffer.from(text) };
  return sealDocument(body, (signed) => sign(null, signed, key));
}

export function keyFileContent(changes: Partial<KeyFileContent> = {}): KeyFileContent {
  return {
    licenseId: '01936b2e-7c00-7000-8000-000000000001',
    serialNumber: '3F9A01C2',
    product: { id: 'endpoint-shield', name: 'Endpoint Shield' },
    seats: 100,
    licensee: 'Жёлтый Cab & Söhne GmbH',
    orderNumber: '2026-000123',
    kind: 'commercial',
    startsAt: '2026-11-21T00:00:00.000Z',
    expiresAt: '2027-11-21T00:00:00.000Z',
    issuedAt: '2026-11-21T10:00:00.000Z',
    applications: [{ productId: 'mobile-shield', name: 'Mobile Shield', versions: ['4', '5'] }],
    codeReference: digest('code'),
    ...changes,
  };
}

export const FINGERPRINT = 'device-7';

export function certificateContent(changes: Partial<CertificateContent> = {}): CertificateContent {
  return {
    activationId: '01936b2e-7c00-7000-8000-000000000002',
    license: {
      id: '01936b2e-7c00-7000-8000-000000000001',
      status: 'active',
      expiresAt: '2027-11-21T00:00:00.000Z',
    },
    product: { id: 'endpoint-shield', name: 'Endpoint Shield' },
    fingerprintHash: hashFingerprint(FINGERPRINT),
    nonce: 'n-1',
    issuedAt: '2026-11-21T12:00:00.000Z',
    validUntil: '2026-11-28T12:00:00.000Z',
    epoch: 17,
    ...changes,
  };
}
