import type { KeyFileContent } from '@tessera/license/format';
import { keyFileContent, makeSigner } from '../../test/signing-factories.js';
import { openKeyFile } from './open-key-file.js';
import { keyFileName, signKeyFile } from './sign-key-file.js';

describe('signKeyFile', () => {
  it('[LIC-012][EDG-003] writes the license into a text of lines that people can mail', () => {
    const signer = makeSigner();
    const text = signKeyFile(keyFileContent(), signer);
    expect(text).toMatch(/^[ -~\n]+$/);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(76);
    expect(text).toContain('\nSerial-Number: 3F9A01C2\nExpires-At: 2027-11-21T00:00:00.000Z\n');
    expect(openKeyFile(text, signer.root.publicKeyPem)).toEqual({ ok: true, content: keyFileContent() });
  });

  it('[LIC-021] makes the same file again from the same license', () => {
    const signer = makeSigner();
    expect(signKeyFile(keyFileContent(), signer)).toBe(signKeyFile(keyFileContent(), signer));
  });

  it('[EDG-003] leaves out what is not part of the format, the code above all', () => {
    const signer = makeSigner();
    const withMore = { ...keyFileContent(), activationCode: 'ABCDE-FGHJK-MNPQR-STVWX' };
    expect(signKeyFile(withMore, signer)).toBe(signKeyFile(keyFileContent(), signer));
  });

  it.each<[string, Partial<KeyFileContent>, string]>([
    ['ends before it starts', { startsAt: '2027-11-22T00:00:00.000Z' }, 'CONTENT_INVALID'],
    ['has no seat', { seats: 0 }, 'CONTENT_INVALID'],
    ['names its licensee in two lines', { licensee: 'Acme\nLtd' }, 'CONTENT_INVALID'],
    ['has a serial number of another kind', { serialNumber: '../../x' }, 'CONTENT_INVALID'],
    ['outlasts the product key', { expiresAt: '2036-01-01T00:00:00.001Z' }, 'SIGNER_EXPIRED'],
    ['is issued before the product key', { issuedAt: '2025-12-31T23:59:59.999Z' }, 'SIGNER_EXPIRED'],
    ['lists too many applications', { applications: manyApplications(300) }, 'DOCUMENT_TOO_LARGE'],
  ])('[EDG-003] refuses a license that %s', (_, changes, code) => {
    expect(() => signKeyFile(keyFileContent(changes), makeSigner())).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it.each([[['cloud-guard']], [['endpoint-shield']], [['mobile-shield']]])(
    '[EDG-003] refuses products that the root key did not allow: only %s',
    (productIds) => {
      const sign = () => signKeyFile(keyFileContent(), makeSigner({ productIds }));
      expect(sign).toThrow(expect.objectContaining({ code: 'SIGNER_WRONG_PRODUCT' }));
    },
  );

  it('[EDG-003] signs until the very end of the product key', () => {
    expect(signKeyFile(keyFileContent({ expiresAt: '2036-01-01T00:00:00.000Z' }), makeSigner())).toContain(
      '2036-01-01',
    );
  });
});

describe('keyFileName', () => {
  it('[LIC-010] is the serial number', () => {
    expect(keyFileName('3F9A01C2')).toBe('3F9A01C2.key');
  });

  it('[LIC-066] differs for the further products of a license, and stays what it was', () => {
    const names = [1, 2, 3, 4, 5].map((position) => keyFileName('3F9A01C2', position));
    expect(new Set(names).size).toBe(5);
    for (const name of names) expect(name).toMatch(/^[0-9A-F]{8}\.key$/);
    expect(names[1]).toBe('601C2A24.key');
  });
});

function manyApplications(count: number): KeyFileContent['applications'] {
  return Array.from({ length: count }, (_, at) => ({
    productId: `product-${at}`,
    name: 'Application',
    versions: [],
  }));
}
