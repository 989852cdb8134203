/** Keys and contents for the signing specs; only what matters to a test is given. */
import {
  digest,
  hashFingerprint,
  type CertificateContent,
  type KeyFileContent,
} from '@tessera/license/format';
import { loadProductKey, type ProductKey } from '../src/signing/keys.js';
import { makeProductKey, makeRootKey, type ProductKeyTerms, type RootKey } from '../src/signing/make-keys.js';

export const TERMS: ProductKeyTerms = {
  productIds: '*',
  notBefore: new Date('2026-01-01T00:00:00.000Z'),
  notAfter: new Date('2036-01-01T00:00:00.000Z'),
};

export function makeSigner(
  terms: Partial<ProductKeyTerms> = {},
  root: RootKey = makeRootKey(),
): ProductKey & { root: RootKey } {
  const { privateKeyPem, certificateText } = makeProductKey(root, { ...TERMS, ...terms });
  return { ...loadProductKey({ privateKeyPem, certificateText, rootPublicKeyPem: root.publicKeyPem }), root };
}

export function keyFileContent(changes: Partial<KeyFileContent> = {}): KeyFileContent {
  return {
    licenseId: '01936b2e-7c00-7000-8000-000000000001',
    serialNumber: '3F9A01C2',
    product: { id: 'endpoint-shield', name: 'Endpoint Shield' },
    seats: 100,
    licensee: 'Acme Söhne GmbH',
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

export function certificateContent(changes: Partial<CertificateContent> = {}): CertificateContent {
  return {
    activationId: '01936b2e-7c00-7000-8000-000000000002',
    license: {
      id: '01936b2e-7c00-7000-8000-000000000001',
      status: 'active',
      expiresAt: '2027-11-21T00:00:00.000Z',
    },
    product: { id: 'endpoint-shield', name: 'Endpoint Shield' },
    fingerprintHash: hashFingerprint('device-7'),
    nonce: 'n-1',
    issuedAt: '2026-11-21T12:00:00.000Z',
    validUntil: '2026-11-28T12:00:00.000Z',
    epoch: 17,
    ...changes,
  };
}
