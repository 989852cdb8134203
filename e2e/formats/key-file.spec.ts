/** What licensing signs, the published package reads: here they meet. */
import fc from 'fast-check';
import {
  activatedProductIds,
  checkCode,
  normalizeCode,
  verifyKeyFile,
  type KeyFileContent,
} from '../../sdk/license/src/index.js';
import { generateCode, parseCode } from '../../services/licensing/src/codes/activation-code.js';
import {
  loadProductKey,
  makeProductKey,
  makeRootKey,
  openKeyFile,
  signKeyFile,
} from '../../services/licensing/src/signing/index.js';
import { EXAMPLE_NOW, exampleKeyFile, exampleSigner, fromPage } from './example.js';

const root = makeRootKey();
const terms = {
  productIds: '*' as const,
  notBefore: new Date('2000-01-01'),
  notAfter: new Date('2100-01-01'),
};
const signer = loadProductKey({ ...makeProductKey(root, terms), rootPublicKeyPem: root.publicKeyPem });
const other = makeRootKey();
const otherSigner = loadProductKey({ ...makeProductKey(other, terms), rootPublicKeyPem: other.publicKeyPem });

describe('key files between licensing and the SDK', () => {
  it('[EDG-003][LIC-012] reads back whatever licensing signs', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const now = new Date(content.startsAt);
        for (const productId of activatedProductIds(content)) {
          const result = verifyKeyFile(signKeyFile(content, signer), {
            rootPublicKey: root.publicKeyPem,
            productId,
            now,
          });
          expect(result).toMatchObject({ ok: true, license: content });
        }
      }),
      { numRuns: 200 },
    );
  });

  it("[EDG-003] judges every change alike, on upload and in the vendor's application", () => {
    const text = signKeyFile(exampleKeyFile, signer);
    const change = fc.record({
      at: fc.nat(text.length - 1),
      put: fc.string({ unit: 'grapheme-ascii', maxLength: 3 }),
      cut: fc.nat(3),
    });
    fc.assert(
      fc.property(change, ({ at, put, cut }) => {
        const changed = text.slice(0, at) + put + text.slice(at + cut);
        fc.pre(changed !== text);
        expect(['KEY_FILE_MALFORMED', 'KEY_FILE_TAMPERED']).toContain(uploaded(changed));
        expect(uploaded(changed)).toBe(verified(changed));
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[string, () => string, Parameters<typeof verified>[1], string]>([
    [
      'another product',
      () => signKeyFile(exampleKeyFile, signer),
      { productId: 'cloud-guard' },
      'KEY_FILE_WRONG_PRODUCT',
    ],
    [
      'a term that is over',
      () => signKeyFile(exampleKeyFile, signer),
      { now: new Date('2028-01-01') },
      'KEY_FILE_EXPIRED',
    ],
    [
      'a term to come',
      () => signKeyFile(exampleKeyFile, signer),
      { now: new Date('2026-01-01') },
      'KEY_FILE_NOT_YET_VALID',
    ],
    ['a foreign signer', () => signKeyFile(exampleKeyFile, otherSigner), {}, 'KEY_FILE_FOREIGN_SIGNER'],
    [
      'a changed letter',
      () => signKeyFile(exampleKeyFile, signer).replace('3F9A', '3F9B'),
      {},
      'KEY_FILE_TAMPERED',
    ],
    ['a lost line end', () => signKeyFile(exampleKeyFile, signer).trimEnd(), {}, 'KEY_FILE_MALFORMED'],
  ])('[EDG-003] refuses %s with its own reason', (_, make, options, code) => {
    expect(verified(make(), options)).toBe(code);
  });

  it('[EDG-003] reads key files of an old and a new product key with one and the same client', () => {
    const next = loadProductKey({ ...makeProductKey(root, terms), rootPublicKeyPem: root.publicKeyPem });
    expect(next.certificate.keyId).not.toBe(signer.certificate.keyId);
    expect([signer, next].map((key) => verified(signKeyFile(exampleKeyFile, key)))).toEqual(['ok', 'ok']);
  });
});

describe('docs/key-file-format.md', () => {
  const rootPublicKey = fromPage('root public key');

  it('[EDG-003] shows a key file that verifies and says what the page says', () => {
    const options = { rootPublicKey, productId: 'endpoint-shield', now: EXAMPLE_NOW };
    const result = verifyKeyFile(fromPage('key file'), options);
    expect(result).toMatchObject({ ok: true, license: JSON.parse(fromPage('key file payload')) });
  });

  it('[EDG-003] shows the key file that licensing makes of these keys and this license', () => {
    expect(fromPage('key file')).toBe(signKeyFile(exampleKeyFile, exampleSigner()));
  });

  it('[LIC-011] shows an activation code whose check characters fit', () => {
    const code = fromPage('activation code').trim();
    expect(checkCode(code)).toEqual({ ok: true, code });
  });
});

describe('activation codes between licensing and the SDK', () => {
  it('[LIC-011] accepts every code that licensing makes', () => {
    for (let n = 0; n < 1000; n++) {
      const code = generateCode();
      expect(checkCode(code)).toEqual({ ok: true, code });
    }
  });

  it('[LIC-011] folds and refuses alike whatever is typed', () => {
    const pieces = fc.constantFrom(...'0Oo1IlLUuVАВСЕоΟΑ-–\u00a0 ABcd89ЯЁ*', ...generateCode().split('-'));
    const typed = fc.oneof(
      fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join('')),
      fc.constant(null).map(generateCode),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const result = checkCode(text);
        expect(parseCode(text)).toBe(result.ok ? result.code : null);
        expect(normalizeCode(normalizeCode(text))).toBe(normalizeCode(text));
      }),
      { numRuns: 2000 },
    );
  });
});

function uploaded(text: string): string {
  const opened = openKeyFile(text, root.publicKeyPem);
  return opened.ok ? 'ok' : opened.code;
}

function verified(text: string, options: Partial<Parameters<typeof verifyKeyFile>[1]> = {}): string {
  const usual = { rootPublicKey: root.publicKeyPem, productId: 'endpoint-shield', now: EXAMPLE_NOW };
  const result = verifyKeyFile(text, { ...usual, ...options });
  return result.ok ? 'ok' : result.code;
}

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((text) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text) && text.length <= 256);
const day = 86_400_000;
const time = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2090-01-01') });

const contents: fc.Arbitrary<KeyFileContent> = fc
  .record({
    licenseId: fc.uuid({ version: 7 }),
    serialNumber: fc.nat(0xffffffff).map((number) => number.toString(16).toUpperCase().padStart(8, '0')),
    product: fc.record({ id: line, name: line }, { noNullPrototype: true }),
    seats: fc.integer({ min: 1 }),
    licensee: line,
    orderNumber: line,
    kind: fc.constantFrom('commercial' as const, 'trial' as const, 'nfr' as const),
    start: time,
    days: fc.integer({ min: 1, max: 1100 }),
    applications: fc.array(
      fc.record(
        { productId: line, name: line, versions: fc.array(line, { maxLength: 3 }) },
        { noNullPrototype: true },
      ),
      { maxLength: 5 },
    ),
    codeReference: fc.option(
      fc
        .uint8Array({ minLength: 32, maxLength: 32 })
        .map((bytes) => Buffer.from(bytes).toString('base64url')),
    ),
  })
  .map(({ start, days, ...content }) => ({
    ...content,
    startsAt: new Date(start).toISOString(),
    expiresAt: new Date(start + days * day).toISOString(),
    issuedAt: new Date(start).toISOString(),
  }));
