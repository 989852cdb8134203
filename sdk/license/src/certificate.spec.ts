import { certificateContent, FINGERPRINT, makeVendor, NOW } from '../test/factories.js';
import { verifyAnswer, verifyCertificate, type CertificateOptions } from './certificate.js';
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

  it.each<[string, string]>([
    ['active', 'ok'],
    ['expired', 'LICENSE_EXPIRED'],
    ['blocked', 'LICENSE_NOT_ACTIVE'],
    ['superseded', 'LICENSE_NOT_ACTIVE'],
    ['under_verification', 'LICENSE_NOT_ACTIVE'],
    ['not_activated', 'LICENSE_NOT_ACTIVE'],
    ['ended', 'LICENSE_NOT_ACTIVE'],
    ['in_a_state_of_a_later_release', 'LICENSE_NOT_ACTIVE'],
  ])('a genuine certificate of a license that is %s', (status, expected) => {
    const license = { ...certificateContent().license, status };
    expect(verdict({ license })).toBe(expected);
  });

  it('believes a signed refusal whatever the status says, and gives its reason', () => {
    const content = certificateContent({ refusal: 'ACTIVATION_ENDED' });
    const refused = verify(vendor.sign('ACTIVATION CERTIFICATE', content));
    expect(refused).toMatchObject({
      code: 'LICENSE_NOT_ACTIVE',
      detail: expect.stringContaining('ACTIVATION_ENDED'),
      certificate: { refusal: 'ACTIVATION_ENDED' },
    });
  });

  it('[LIC-013] ends with the license, though the certificate may run longer', () => {
    const license = { ...certificateContent().license, expiresAt: '2026-11-22T00:00:00.000Z' };
    expect(verdict({ license })).toBe('ok');
    expect(verdict({ license }, { now: new Date('2026-11-22T00:01:00.000Z') })).toBe('LICENSE_EXPIRED');
  });

  it('[LIC-013] says that the license has expired where both end at once, as the platform issues them', () => {
    const { expiresAt } = certificateContent().license;
    const now = new Date(Date.parse(expiresAt) + 60_000);
    expect(verdict({ validUntil: expiresAt }, { now })).toBe('LICENSE_EXPIRED');
  });

  it('names the block first where the term is over too', () => {
    const license = {
      ...certificateContent().license,
      status: 'blocked',
      expiresAt: '2026-11-22T00:00:00.000Z',
    };
    const now = new Date('2026-11-23T00:00:00.000Z');
    const result = verify(vendor.sign('ACTIVATION CERTIFICATE', certificateContent({ license })), { now });
    expect(result).toMatchObject({ code: 'LICENSE_NOT_ACTIVE', certificate: { license } });
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
      'a status that is no word',
      certificateContent({ license: { ...certificateContent().license, status: 'Active' } }),
    ],
    ['a fingerprint in clear', certificateContent({ fingerprintHash: FINGERPRINT })],
    ['a negative epoch', certificateContent({ epoch: -1 })],
  ])('[EDG-003] refuses %s although the signature is genuine', (_, payload) => {
    expect(verify(vendor.sign('ACTIVATION CERTIFICATE', payload))).toMatchObject({
      code: 'CERTIFICATE_MALFORMED',
    });
  });

  it.each<[string, object]>([
    ['an invalid moment', { now: new Date(Number.NaN) }],
    ['a moment as text', { now: '2026-11-21T12:00:00.000Z' }],
    ['a moment as a number', { now: 1_800_000_000_000 }],
    ['no product', { productId: undefined }],
    ['no fingerprint', { fingerprint: '' }],
  ])('tells the programmer about %s', (_, options) => {
    expect(() => verdict({}, options)).toThrow(TypeError);
  });
});

describe('verifyAnswer', () => {
  const { rootPublicKey } = vendor;
  const options = { rootPublicKey, productId: 'endpoint-shield', fingerprint: FINGERPRINT, nonce: 'n-1' };
  const judge = (content: Partial<CertificateContent>, changes: object = {}) => {
    const result = verifyAnswer(vendor.sign('ACTIVATION CERTIFICATE', certificateContent(content)), {
      ...options,
      ...changes,
    });
    return result.ok ? 'ok' : result.code;
  };

  it('[EDG-003] goes by the nonce, not by the clock of the device', () => {
    expect(judge({})).toBe('ok');
    const far = { issuedAt: '2030-01-01T00:00:00.000Z', validUntil: '2030-01-08T00:00:00.000Z' };
    const license = { ...certificateContent().license, expiresAt: '2031-01-01T00:00:00.000Z' };
    expect(judge({ ...far, license })).toBe('ok');
  });

  it.each<[string, Partial<CertificateContent>, object, string]>([
    ['of another request', {}, { nonce: 'n-2' }, 'CERTIFICATE_WRONG_NONCE'],
    ['without a nonce', { nonce: null }, {}, 'CERTIFICATE_WRONG_NONCE'],
    ['of another device', {}, { fingerprint: 'device-8' }, 'CERTIFICATE_WRONG_FINGERPRINT'],
    [
      'that was over when it was issued',
      { validUntil: '2026-11-21T11:00:00.000Z' },
      {},
      'CERTIFICATE_EXPIRED',
    ],
    [
      'of a license that was over by then',
      { license: { id: 'l', status: 'active', expiresAt: '2026-11-21T11:00:00.000Z' } },
      {},
      'LICENSE_EXPIRED',
    ],
  ])('[EDG-003] refuses an answer %s', (_, content, changes, code) => {
    expect(judge(content, changes)).toBe(code);
  });

  it('tells the programmer that it needs the nonce', () => {
    expect(() => judge({}, { nonce: undefined })).toThrow(TypeError);
  });
});
