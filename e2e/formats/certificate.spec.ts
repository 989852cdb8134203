/** What licensing answers to an activation or a check, the published package reads. */
import { verifyCertificate, type CertificateOptions } from '../../sdk/license/src/index.js';
import {
  loadProductKey,
  makeProductKey,
  makeRootKey,
  signCertificate,
  signKeyFile,
} from '../../services/licensing/src/signing/index.js';
import {
  EXAMPLE_FINGERPRINT,
  EXAMPLE_NOW,
  exampleCertificate,
  exampleKeyFile,
  exampleSigner,
  fromPage,
} from './example.js';

const root = makeRootKey();
const terms = {
  productIds: '*' as const,
  notBefore: new Date('2026-01-01'),
  notAfter: new Date('2036-01-01'),
};
const signer = loadProductKey({ ...makeProductKey(root, terms), rootPublicKeyPem: root.publicKeyPem });

const usual = {
  productId: 'endpoint-shield',
  fingerprint: EXAMPLE_FINGERPRINT,
  nonce: 'bm9uY2U',
  now: EXAMPLE_NOW,
};

function verdict(text: string, options: Partial<CertificateOptions> = {}): string {
  const result = verifyCertificate(text, { rootPublicKey: root.publicKeyPem, ...usual, ...options });
  return result.ok ? 'ok' : result.code;
}

describe('activation certificates between licensing and the SDK', () => {
  it('[EDG-003] reads back what licensing signs', () => {
    const text = signCertificate(exampleCertificate, signer);
    const result = verifyCertificate(text, { rootPublicKey: root.publicKeyPem, ...usual });
    expect(result).toEqual({
      ok: true,
      certificate: exampleCertificate,
      signerKeyId: signer.certificate.keyId,
    });
  });

  it.each<[string, Partial<CertificateOptions>, string]>([
    ['on another device', { fingerprint: 'device-8' }, 'CERTIFICATE_WRONG_FINGERPRINT'],
    ['for another product', { productId: 'cloud-guard' }, 'CERTIFICATE_WRONG_PRODUCT'],
    ['played back', { nonce: 'bm9uY2X' }, 'CERTIFICATE_WRONG_NONCE'],
    ['after its seven days', { now: new Date('2026-11-28T12:01:00.000Z') }, 'CERTIFICATE_EXPIRED'],
    ['under another root key', { rootPublicKey: makeRootKey().publicKeyPem }, 'CERTIFICATE_FOREIGN_SIGNER'],
  ])('[EDG-003] refuses a certificate %s', (_, options, code) => {
    expect(verdict(signCertificate(exampleCertificate, signer), options)).toBe(code);
  });

  it('[EDG-003] takes no key file for a certificate, though the same key signed it', () => {
    const text = signKeyFile(exampleKeyFile, signer);
    expect(verdict(text)).toBe('CERTIFICATE_MALFORMED');
    expect(verdict(text.replaceAll('KEY FILE', 'ACTIVATION CERTIFICATE'))).toBe('CERTIFICATE_TAMPERED');
  });

  it('[EDG-003] refuses a certificate in which any single byte was changed', () => {
    const text = signCertificate(exampleCertificate, signer);
    const accepted = Array.from(text, (character, at) => {
      const changed =
        text.slice(0, at) + String.fromCharCode(character.charCodeAt(0) ^ 1) + text.slice(at + 1);
      return verdict(changed);
    }).filter((code) => !['CERTIFICATE_MALFORMED', 'CERTIFICATE_TAMPERED'].includes(code));
    expect(accepted).toEqual([]);
  });
});

describe('docs/key-file-format.md', () => {
  it('[EDG-003] shows a certificate that verifies and says what the page says', () => {
    const result = verifyCertificate(fromPage('certificate'), {
      rootPublicKey: fromPage('root public key'),
      ...usual,
    });
    expect(result).toMatchObject({ ok: true, certificate: JSON.parse(fromPage('certificate payload')) });
  });

  it('[EDG-003] shows the certificate that licensing makes of these keys', () => {
    expect(fromPage('certificate')).toBe(signCertificate(exampleCertificate, exampleSigner()));
  });
});
