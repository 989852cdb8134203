import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { keyFileContent, makeVendor, NOW, type Vendor } from '../test/factories.js';
import { splitChain } from './format/sealed-document.js';
import { verifyKeyFile, type KeyFileOptions } from './key-file.js';

const vendor = makeVendor();
const text = vendor.sign('KEY FILE', keyFileContent());

function verify(keyFile: string, options: Partial<KeyFileOptions> = {}) {
  return verifyKeyFile(keyFile, {
    rootPublicKey: vendor.rootPublicKey,
    productId: 'endpoint-shield',
    now: NOW,
    ...options,
  });
}

/** `KEY_FILE_…`, or `ok`. */
function verdict(keyFile: string, options?: Partial<KeyFileOptions>): string {
  const result = verify(keyFile, options);
  return result.ok ? 'ok' : result.code;
}

function pem(key: KeyObject, type: 'spki' | 'pkcs8'): string {
  return key.export({ type, format: 'pem' } as never).toString();
}

const REFUSED_AS_CHANGED = ['KEY_FILE_MALFORMED', 'KEY_FILE_TAMPERED'];

describe('verifyKeyFile', () => {
  it('[EDG-003][LIC-012] reads a key file with nothing but the root public key', () => {
    const result = verify(text);
    expect(result).toEqual({
      ok: true,
      license: keyFileContent(),
      signerKeyId: expect.stringMatching(/^[\w-]{16}$/),
    });
  });

  it('[EDG-003] refuses a key file in which any single byte was changed', () => {
    const bytes = Buffer.from(text);
    const accepted: string[] = [];
    for (let at = 0; at < bytes.length; at++) {
      for (const value of [
        ...[0, 1, 2, 3, 4, 5, 6, 7].map((bit) => bytes[at]! ^ (1 << bit)),
        0x20,
        0x0a,
        0x0d,
        0x41,
        0x2d,
      ]) {
        if (value === bytes[at]) continue;
        const changed = Buffer.from(bytes);
        changed[at] = value;
        for (const encoding of ['utf8', 'latin1'] as const) {
          if (value < 128 && encoding === 'latin1') continue;
          if (!REFUSED_AS_CHANGED.includes(verdict(changed.toString(encoding))))
            accepted.push(`${at}: ${value}`);
        }
      }
    }
    expect(accepted).toEqual([]);
  });

  it('[EDG-003] refuses a key file that lost or gained a byte anywhere', () => {
    const accepted: number[] = [];
    for (let at = 0; at <= text.length; at++) {
      const shorter = text.slice(0, at) + text.slice(at + 1);
      const longer = ['\n', ' ', '\r', 'A', '=', '\ufeff'].map(
        (extra) => text.slice(0, at) + extra + text.slice(at),
      );
      const changed = at < text.length ? [shorter, ...longer] : longer;
      if (!changed.every((other) => REFUSED_AS_CHANGED.includes(verdict(other)))) accepted.push(at);
    }
    expect(accepted).toEqual([]);
  });

  it('[EDG-003] tells re-formatting from tampering', () => {
    expect(verify(text.replaceAll('\n', '\r\n'))).toMatchObject({
      code: 'KEY_FILE_MALFORMED',
      detail: expect.stringContaining('attachment'),
    });
    expect(verdict(text.trimEnd())).toBe('KEY_FILE_MALFORMED');
    expect(verdict(text.replace('Note: for people', 'Note: for others'))).toBe('KEY_FILE_TAMPERED');
  });

  it('[EDG-003] refuses a certificate that was exchanged for another one of the same root key', () => {
    const { document } = splitChain(text)!;
    const { certificate } = splitChain(vendor.sign('KEY FILE', keyFileContent()))!;
    const other = splitChain(makeVendor().sign('KEY FILE', keyFileContent()))!.certificate;
    expect(verdict(document + certificate)).toBe('ok');
    expect(verdict(document + other)).toBe('KEY_FILE_TAMPERED');
  });

  it('[EDG-003] refuses a consistent key file of another vendor', () => {
    expect(verdict(makeVendor().sign('KEY FILE', keyFileContent()))).toBe('KEY_FILE_FOREIGN_SIGNER');
  });

  it('[EDG-003] refuses a forged certificate that names our root key', () => {
    const impostor = makeVendor({}, vendor.rootPublicKey);
    expect(verdict(impostor.sign('KEY FILE', keyFileContent()))).toBe('KEY_FILE_FOREIGN_SIGNER');
  });

  it('[EDG-003] goes on after a change of the product key, and during a change of the root key', () => {
    const next = makeVendor();
    const nextText = next.sign('KEY FILE', keyFileContent());
    const both = [vendor.rootPublicKey, next.rootPublicKey];
    expect([verdict(text, { rootPublicKey: both }), verdict(nextText, { rootPublicKey: both })]).toEqual([
      'ok',
      'ok',
    ]);
  });

  it('[EDG-003] refuses a signature that was made for another purpose', () => {
    const certificate = vendor.sign('ACTIVATION CERTIFICATE', keyFileContent());
    expect(verdict(certificate)).toBe('KEY_FILE_MALFORMED');
    expect(verdict(certificate.replaceAll('ACTIVATION CERTIFICATE', 'KEY FILE'))).toBe('KEY_FILE_TAMPERED');
  });

  it('[LIC-032][EDG-003] activates its own product and those of its compatibility list, and no other', () => {
    expect(verdict(text, { productId: 'mobile-shield' })).toBe('ok');
    expect(verdict(text, { productId: 'cloud-guard' })).toBe('KEY_FILE_WRONG_PRODUCT');
  });

  it.each([
    ['a minute before its start', '2026-11-20T23:59:00.000Z', 'ok'],
    ['more than a minute before its start', '2026-11-20T23:58:59.999Z', 'KEY_FILE_NOT_YET_VALID'],
    ['in its last millisecond', '2027-11-20T23:59:59.999Z', 'ok'],
    ['at its end', '2027-11-21T00:00:00.000Z', 'KEY_FILE_EXPIRED'],
    ['years later', '2040-01-01T00:00:00.000Z', 'KEY_FILE_EXPIRED'],
  ])('[LIC-013] %s', (_, now, expected) => {
    expect(verdict(text, { now: new Date(now) })).toBe(expected);
  });

  it.each<[string, Parameters<typeof makeVendor>[0], string, string]>([
    ['another product', { productIds: ['cloud-guard'] }, 'endpoint-shield', 'SIGNER_WRONG_PRODUCT'],
    [
      'the listed application only',
      { productIds: ['mobile-shield'] },
      'mobile-shield',
      'SIGNER_WRONG_PRODUCT',
    ],
    [
      'not the listed application',
      { productIds: ['endpoint-shield'] },
      'mobile-shield',
      'SIGNER_WRONG_PRODUCT',
    ],
    ['this product', { productIds: ['endpoint-shield'] }, 'endpoint-shield', 'ok'],
    ['a time that is over', { notAfter: '2026-11-21T11:00:00.000Z' }, 'endpoint-shield', 'SIGNER_EXPIRED'],
    [
      'a time after the signing',
      { notBefore: '2026-11-21T11:00:00.000Z' },
      'endpoint-shield',
      'SIGNER_EXPIRED',
    ],
  ])('[EDG-003] holds the signer to what the root key allowed: %s', (_, terms, productId, expected) => {
    const { sign, rootPublicKey } = makeVendor(terms);
    expect(verdict(sign('KEY FILE', keyFileContent()), { rootPublicKey, productId })).toBe(expected);
  });

  it.each<[string, unknown]>([
    ['no JSON', 'seats=100'],
    ['a list', '[]'],
    ['a byte order mark', `\ufeff${JSON.stringify(keyFileContent())}`],
    ['a missing field', { ...keyFileContent(), seats: undefined }],
    ['no seats', keyFileContent({ seats: 0 })],
    ['half a seat', keyFileContent({ seats: 1.5 })],
    ['a serial number in lower case', keyFileContent({ serialNumber: '3f9a01c2' })],
    ['a serial number with a path', keyFileContent({ serialNumber: '../..etc' })],
    ['a kind of its own', keyFileContent({ kind: 'gift' as never })],
    ['a local time', keyFileContent({ expiresAt: '2027-11-21T00:00:00.000+01:00' })],
    ['a day that does not exist', keyFileContent({ expiresAt: '2027-02-30T00:00:00.000Z' })],
    ['a line break in a name', keyFileContent({ licensee: 'Acme\nSeats: 1000' })],
    [
      'an application without a name',
      keyFileContent({ applications: [{ productId: 'x', versions: [] } as never] }),
    ],
    ['applications that are no list', keyFileContent({ applications: {} as never })],
    ['a code reference that is too short', keyFileContent({ codeReference: 'abc' })],
  ])('[EDG-003] refuses %s although the signature is genuine', (_, payload) => {
    expect(verdict(vendor.sign('KEY FILE', payload))).toBe('KEY_FILE_MALFORMED');
  });

  it('[EDG-003] takes no field from a prototype that other code has polluted', () => {
    const polluted = Object.prototype as { licensee?: string };
    polluted.licensee = 'Everybody';
    try {
      expect(
        verdict(vendor.sign('KEY FILE', JSON.stringify({ ...keyFileContent(), licensee: undefined }))),
      ).toBe('KEY_FILE_MALFORMED');
    } finally {
      delete polluted.licensee;
    }
  });

  it('[EDG-003] accepts fields that a later release adds, and a license without a code', () => {
    const license = keyFileContent({ codeReference: null });
    expect(verify(vendor.sign('KEY FILE', { ...license, region: 'EU' }))).toMatchObject({
      ok: true,
      license,
    });
  });

  it('[EDG-003] refuses what is longer than 16 KB without looking at it', () => {
    expect(verify('A'.repeat(100_000_000))).toMatchObject({
      code: 'KEY_FILE_MALFORMED',
      detail: expect.stringContaining('16384'),
    });
    const applications = Array.from({ length: 400 }, (_, at) => ({
      productId: `p-${at}`,
      name: 'Application',
      versions: [],
    }));
    expect(verdict(vendor.sign('KEY FILE', keyFileContent({ applications })))).toBe('KEY_FILE_MALFORMED');
  });

  it('[EDG-003] refuses anything else with a reason, never with an exception', () => {
    const strangers = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...text.split('\n'))).map((l) => l.join('\n')),
    );
    fc.assert(
      fc.property(strangers, (other) => verdict(other) === 'KEY_FILE_MALFORMED'),
      { numRuns: 500 },
    );
    expect(verdict(undefined as never)).toBe('KEY_FILE_MALFORMED');
    expect(verdict('\ufeff' + text)).toBe('KEY_FILE_MALFORMED');
  });

  it('throws an error that asks for text when it is given bytes', () => {
    expect(() => verdict(Buffer.from(text) as never)).toThrow(/'utf8'/);
    expect(() => verdict(new Uint8Array(3) as never)).toThrow(TypeError);
    expect(() => verdict(17 as never)).toThrow(TypeError);
  });

  describe('root public keys', () => {
    const next = makeVendor();
    const pems = [vendor.rootPublicKey, next.rootPublicKey];
    const texts = [text, next.sign('KEY FILE', keyFileContent())];
    it.each<[string, string | string[]]>([
      ['one below the other', pems.join('')],
      ['with a line of text before each', pems.map((pem, at) => `# root key ${at}\n\n${pem}`).join('\n')],
      ['with other line ends', pems.join('').replaceAll('\n', '\r\n')],
      ['indented', pems.join('').replaceAll('\n', '\n    ')],
      ['without line ends, as some settings keep them', pems.join('').replaceAll('\n', '\\n')],
      ['in a list', pems],
      [
        'in a list of texts of several',
        [pems.join(''), makeVendor().rootPublicKey + makeVendor().rootPublicKey],
      ],
    ])('[EDG-003] are all read: %s', (_, rootPublicKey) => {
      expect(texts.map((one) => verdict(one, { rootPublicKey }))).toEqual(['ok', 'ok']);
    });

    it.each<[string, unknown]>([
      ['that are cut off in the second', pems.join('').slice(0, -30)],
      [
        'with a certificate among them',
        `${pems[0]}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`,
      ],
      ['with a byte too few', pems.join('').replace(/=\n/, '\n')],
      ['that are bytes', Buffer.from(pems[0]!)],
      ['of small order', smallOrder()],
      ['that are empty', ['', pems[0]]],
    ])('are refused %s', (_, rootPublicKey) => {
      expect(() => verify(text, { rootPublicKey: rootPublicKey as string })).toThrow(TypeError);
    });

    function smallOrder(): string {
      const der = Buffer.from(`302a300506032b6570032100${'00'.repeat(31)}80`, 'hex');
      return `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`;
    }
  });

  it('[LIC-032] tells versions that the file does not list, if it is asked about one', () => {
    const mobile = (version?: string) =>
      verdict(text, { productId: 'mobile-shield', ...(version === undefined ? {} : { version }) });
    expect([mobile(), mobile('4'), mobile('5.0.1'), mobile('6'), mobile('40')]).toEqual([
      'ok',
      'ok',
      'ok',
      'KEY_FILE_WRONG_VERSION',
      'KEY_FILE_WRONG_VERSION',
    ]);
    expect(verdict(text, { version: '99' })).toBe('ok');
  });

  it('tells the programmer about options that no file could satisfy', () => {
    expect(() => verify(text, { now: new Date('never') })).toThrow(TypeError);
    expect(() => verify(text, { now: '2026-11-21' as never })).toThrow(TypeError);
    expect(() => verify(text, { now: Date.now() as never })).toThrow(TypeError);
    expect(() => verify(text, { rootPublicKey: [] })).toThrow(TypeError);
    expect(() => verify(text, { rootPublicKey: 'MCowBQYDK2VwAyEA' })).toThrow(TypeError);
    expect(() =>
      verify(text, { rootPublicKey: pem(generateKeyPairSync('x25519').publicKey, 'spki') }),
    ).toThrow(TypeError);
    expect(() =>
      verify(text, { rootPublicKey: pem(generateKeyPairSync('ed25519').privateKey, 'pkcs8') }),
    ).toThrow(TypeError);
  });
});

it('[EDG-003] two vendors never accept each other', () => {
  const others: Vendor[] = [makeVendor(), makeVendor()];
  const verdicts = others.flatMap((signer) =>
    others.map((judge) =>
      verdict(signer.sign('KEY FILE', keyFileContent()), { rootPublicKey: judge.rootPublicKey }),
    ),
  );
  expect(verdicts).toEqual(['ok', 'KEY_FILE_FOREIGN_SIGNER', 'KEY_FILE_FOREIGN_SIGNER', 'ok']);
});
