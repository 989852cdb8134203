/** The worked example of docs/key-file-format.md: read from the page, and made again from its seeds. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  hashFingerprint,
  type CertificateContent,
  type KeyFileContent,
} from '../../sdk/license/src/index.js';
import {
  certifyProductKey,
  loadProductKey,
  type ProductKey,
} from '../../services/licensing/src/signing/index.js';

const page = readFileSync(new URL('../../docs/key-file-format.md', import.meta.url), 'utf8');

/** The fenced block below `<!-- example: <name> -->`, as it stands in the page. */
export function fromPage(name: string): string {
  const block = new RegExp(`<!-- example: ${name} -->\\n+\`\`\`\\w+\\n([^\`]*)\`\`\``).exec(page)?.[1];
  if (block === undefined) throw new Error(`docs/key-file-format.md has no example "${name}".`);
  return block;
}

/** RFC 8032 §7.1, secret keys of TEST 1 and TEST 2: known to the world. */
const ROOT_SEED = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const PRODUCT_SEED = '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb';

export const EXAMPLE_NOW = new Date('2026-11-21T12:00:00.000Z');
export const EXAMPLE_FINGERPRINT = 'device-7';

export const exampleKeyFile: KeyFileContent = {
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
  codeReference: null,
};

export const exampleCertificate: CertificateContent = {
  activationId: '01936b2e-7c00-7000-8000-000000000002',
  license: { id: exampleKeyFile.licenseId, status: 'active', expiresAt: exampleKeyFile.expiresAt },
  product: exampleKeyFile.product,
  fingerprintHash: hashFingerprint(EXAMPLE_FINGERPRINT),
  nonce: 'bm9uY2U',
  issuedAt: '2026-11-21T12:00:00.000Z',
  validUntil: '2026-11-28T12:00:00.000Z',
  epoch: 17,
};

export function exampleSigner(): ProductKey {
  const root = pemOfSeed(ROOT_SEED);
  const product = pemOfSeed(PRODUCT_SEED);
  const { certificateText } = certifyProductKey({ privateKeyPem: root }, product, {
    productIds: ['endpoint-shield', 'mobile-shield'],
    notBefore: new Date('2026-01-01T00:00:00.000Z'),
    notAfter: new Date('2036-01-01T00:00:00.000Z'),
  });
  return loadProductKey({
    privateKeyPem: product,
    certificateText,
    rootPublicKeyPem: fromPage('root public key'),
  });
}

/** PKCS #8 around an Ed25519 seed (RFC 8410 §7). */
function pemOfSeed(seed: string): string {
  const key: KeyObject = createPrivateKey({
    key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'),
    format: 'der',
    type: 'pkcs8',
  });
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
