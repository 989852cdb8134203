import { generateKeyPairSync } from 'node:crypto';
import { certificateContent, makeSigner, TERMS } from '../../test/signing-factories.js';
import { InvalidProductKey, loadProductKey, type ProductKeySource } from './keys.js';
import { certifyProductKey, makeProductKey, makeRootKey } from './make-keys.js';
import { signCertificate } from './sign-certificate.js';

const root = makeRootKey();
const product = makeProductKey(root, TERMS);
const source: ProductKeySource = { ...product, rootPublicKeyPem: root.publicKeyPem };

describe('loadProductKey', () => {
  it('[EDG-003] loads a product key that the root key certified', () => {
    const { certificate, certificateText } = loadProductKey(source);
    expect(certificate).toMatchObject({
      keyId: product.keyId,
      productIds: ['*'],
      notAfter: '2036-01-01T00:00:00.000Z',
    });
    expect(certificateText).toBe(product.certificateText);
  });

  it('[EDG-003] forgives the last line end, which files and variables lose', () => {
    expect(loadProductKey({ ...source, certificateText: product.certificateText.trimEnd() })).toEqual(
      loadProductKey(source),
    );
  });

  it.each<[string, Partial<ProductKeySource>, RegExp]>([
    ['another root key', { rootPublicKeyPem: makeRootKey().publicKeyPem }, /not signed by this root key/],
    ['another product key', { privateKeyPem: makeProductKey(root, TERMS).privateKeyPem }, /does not belong/],
    ['no certificate', { certificateText: '' }, /not the exact text/],
    [
      'a document in place of a certificate',
      { certificateText: signCertificate(certificateContent(), makeSigner()) },
      /not the exact text/,
    ],
    ['no private key', { privateKeyPem: 'secret words' }, /private key is not an Ed25519 key/],
    ['an RSA key', { privateKeyPem: rsaPrivateKey() }, /private key is not an Ed25519 key/],
    ['no root key', { rootPublicKeyPem: 'x' }, /root public key is not/],
  ])('[EDG-003] refuses to start with %s', (_, changes, reason) => {
    const load = () => loadProductKey({ ...source, ...changes });
    expect(load).toThrow(InvalidProductKey);
    expect(load).toThrow(reason);
  });

  it('never repeats the key that it could not read', () => {
    expect(() => loadProductKey({ ...source, privateKeyPem: 'secret words' })).not.toThrow(/secret/);
  });
});

describe('makeProductKey', () => {
  it('[EDG-003] makes another key every time, under the same root key', () => {
    const keys = [1, 2, 3].map(() => makeProductKey(root, TERMS));
    expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(3);
    for (const key of keys) expect(() => loadProductKey({ ...source, ...key })).not.toThrow();
  });

  it('[EDG-003] binds the key to products', () => {
    const key = makeProductKey(root, { ...TERMS, productIds: ['cloud-guard', 'mobile-shield'] });
    expect(loadProductKey({ ...source, ...key }).certificate.productIds).toEqual([
      'cloud-guard',
      'mobile-shield',
    ]);
  });

  it('[EDG-003] certifies a key again, to prolong it', () => {
    const notAfter = new Date('2040-01-01T00:00:00.000Z');
    const { keyId, certificateText } = certifyProductKey(root, product.privateKeyPem, { ...TERMS, notAfter });
    expect(keyId).toBe(product.keyId);
    expect(loadProductKey({ ...source, certificateText }).certificate.notAfter).toBe(
      '2040-01-01T00:00:00.000Z',
    );
  });

  it('refuses terms under which nothing could be signed', () => {
    expect(() => makeProductKey(root, { ...TERMS, notAfter: TERMS.notBefore })).toThrow(RangeError);
    expect(() => makeProductKey(root, { ...TERMS, notAfter: new Date('never') })).toThrow(RangeError);
    expect(() => makeProductKey(root, { ...TERMS, productIds: [] })).toThrow(RangeError);
  });
});

function rsaPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
