import { openSealed, readCertificateContent, readRootKeys } from '@tessera/license/format';
import { certificateContent, makeSigner } from '../../test/signing-factories.js';
import { signCertificate } from './sign-certificate.js';

const signer = makeSigner();

function open(text: string) {
  const opened = openSealed(text, 'ACTIVATION CERTIFICATE', readRootKeys(signer.root.publicKeyPem));
  return opened.ok ? readCertificateContent(opened.payload) : opened.flaw;
}

describe('signCertificate', () => {
  it('[EDG-003] signs what an activation or a check answers', () => {
    expect(open(signCertificate(certificateContent(), signer))).toEqual(certificateContent());
    const activation = certificateContent({ nonce: null });
    expect(open(signCertificate(activation, signer))).toEqual(activation);
  });

  it('[EDG-003] ends with the product key if that comes first', () => {
    const validUntil = '2036-01-08T00:00:00.000Z';
    const text = signCertificate(certificateContent({ validUntil }), signer);
    expect(open(text)).toMatchObject({ validUntil: '2036-01-01T00:00:00.000Z' });
    expect(text).toContain('Valid-Until: 2036-01-01T00:00:00.000Z');
  });

  it.each([
    ['a nonce of two lines', { nonce: 'a\nb' }, 'CONTENT_INVALID'],
    ['a fingerprint in clear', { fingerprintHash: 'device-7' }, 'CONTENT_INVALID'],
    ['a time after the product key', { issuedAt: '2036-01-01T00:00:00.000Z' }, 'SIGNER_EXPIRED'],
  ])('[EDG-003] refuses %s', (_, changes, code) => {
    expect(() => signCertificate(certificateContent(changes), signer)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('[EDG-003] refuses a product that the root key did not allow', () => {
    const narrow = makeSigner({ productIds: ['cloud-guard'] });
    expect(() => signCertificate(certificateContent(), narrow)).toThrow(
      expect.objectContaining({ code: 'SIGNER_WRONG_PRODUCT' }),
    );
  });
});
