import { certificateContent, FINGERPRINT, makeVendor, NOW } from '../test/factories.js';
import { verifyCertificate, type CertificateOptions } from './certificate.js';
import type { CertificateContent } from './format/certificate-content.js';

const vendor = makeVendor();

function verify(text: string, options: Partial<CertificateOptions> = {}) {
  const usual = {
    rootPublicKey: vendor.rootPublicKey,
    productId: 'endpoint-shield',
    fingerprint: FINGERPRINT,
    now: NOW,
  };
  return verifyCertificate(text, { ...usual, ...options });
}

function verdict(content: Partial<CertificateContent>, options?: Partial<CertificateOptions>): string {
  const result = verify(vendor.sign('ACTIVATION CERTIFICATE', certificateContent(content)), options);
  return result.ok ? 'ok' : result.code;
}

describe('verifyCertificate', () => {
  it('[LIC-012][EDG-003] tells offline that this device may run the product', () => {
    const result = verify(vendor.sign('ACTIVATION CERTIFICATE', certificateContent()), { nonce: 'n-1' });
    expect(result).toEqual({ ok: true, certificate: certificateContent(), signerKeyId: expect.any(String) });
  });

  it.each<[string, Partial<CertificateContent>, Partial<CertificateOptions>, string]>([
    ['another product', {}, { productId: 'mobile-shield' }, 'CERTIFICATE_WRONG_PRODUCT'],
    ['another device', {}, { fingerprint: 'device-8' }, 'CERTIFICATE_WRONG_FINGERPRINT'],
    ['the answer to another check', {}, { nonce: 'n-2' }, 'CERTIFICATE_WRONG_NONCE'],
    ['an activation where a check was asked', { nonce: null }, { nonce: 'n-1' }, 'CERTIFICATE_WRONG_NONCE'],
    ['a stored certificate, read again', {}, {}, 'ok'],
    ['another vendor', {}, { rootPublicKey: makeVendor().rootPublicKey }, 'CERTIFICATE_FOREIGN_SIGNER'],
  ])('[EDG-003] certificate of %s', (_, content, options, expected) => {
    expect(verdict(content, options)).toBe(expected);
  });

  it.each([
    ['one minute before it was issued', '2026-11-21T11:59:00.000Z', 'ok'],
    ['more than one minute before it was issued', '2026-11-21T11:58:59.999Z', 'CERTIFICATE_NOT_YET_VALID'],
    ['within one minute after its end', '2026-11-28T12:00:59.999Z', 'ok'],
    ['one minute after its end', '2026-11-28T12:01:00.000Z', 'CERTIFICATE_EXPIRED'],
  ])('[LIC-012] allows a minute of clock skew: %s', (_, now, expected) => {
    expect(verdict({}, { now: new Date(now) })).toBe(expected);
  });

  it.each<[CertificateContent['license']['status'], string]>([
    ['active', 'ok'],
    ['expired', 'LICENSE_EXPIRED'],
    ['blocked', 'LICENSE_NOT_ACTIVE'],
    ['superseded', 'LICENSE_NOT_ACTIVE'],
    ['under_verification', 'LICENSE_NOT_ACTIVE'],
    ['not_activated', 'LICENSE_NOT_ACTIVE'],
  ])('[LIC-050] a genuine certificate of a license that is %s', (status, expected) => {
    const license = { ...certificateContent().license, status };
    expect(verdict({ license })).toBe(expected);
  });

  it('[LIC-013] ends with the license, though the certificate may run longer', () => {
    const license = { ...certificateContent().license, expiresAt: '2026-11-22T00:00:00.000Z' };
    expect(verdict({ license })).toBe('ok');
    expect(verdict({ license }, { now: new Date('2026-11-22T00:01:00.000Z') })).toBe('LICENSE_EXPIRED');
  });

  it.each<[string, Parameters<typeof makeVendor>[0], string]>([
    ['another product', { productIds: ['cloud-guard'] }, 'SIGNER_WRONG_PRODUCT'],
    ['a time that is over', { notAfter: '2026-11-21T13:00:00.000Z' }, 'SIGNER_EXPIRED'],
    ['a time after the signing', { notBefore: '2026-11-21T12:30:00.000Z' }, 'SIGNER_EXPIRED'],
    ['a time that lasts', { notAfter: '2026-11-21T14:00:00.001Z' }, 'ok'],
  ])('[EDG-003] holds the signer to what the root key allowed: %s', (_, terms, expected) => {
    const { sign, rootPublicKey } = makeVendor(terms);
    const now = new Date('2026-11-21T14:00:00.000Z');
    const result = verify(sign('ACTIVATION CERTIFICATE', certificateContent()), { rootPublicKey, now });
    expect(result.ok ? 'ok' : result.code).toBe(expected);
  });

  it('[EDG-003] refuses a certificate in which any single byte was changed', () => {
    const text = vendor.sign('ACTIVATION CERTIFICATE', certificateContent());
    const accepted = [...text].flatMap((character, at) =>
      [1, 2, 4, 8, 16, 32, 64]
        .map(
          (bit) =>
            text.slice(0, at) + String.fromCharCode(character.charCodeAt(0) ^ bit) + text.slice(at + 1),
        )
        .map((changed) => verify(changed))
        .filter(
          (result) => result.ok || !['CERTIFICATE_MALFORMED', 'CERTIFICATE_TAMPERED'].includes(result.code),
        ),
    );
    expect(accepted).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['a key file in its place', { licenseId: 'x' }],
    [
      'a status of its own',
      certificateContent({ license: { ...certificateContent().license, status: 'fine' as never } }),
    ],
    ['a fingerprint in clear', certificateContent({ fingerprintHash: FINGERPRINT })],
    ['a negative epoch', certificateContent({ epoch: -1 })],
  ])('[EDG-003] refuses %s although the signature is genuine', (_, payload) => {
    expect(verify(vendor.sign('ACTIVATION CERTIFICATE', payload))).toMatchObject({
      code: 'CERTIFICATE_MALFORMED',
    });
  });

  it('tells the programmer about an invalid moment', () => {
    expect(() => verdict({}, { now: new Date(Number.NaN) })).toThrow(TypeError);
  });
});
