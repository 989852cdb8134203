import { EXAMPLE_FINGERPRINT, exampleCertificate, exampleKeyFile } from '../example.js';
import type { Case } from './case.js';
import { certified, chain, pemOf } from './keys.js';

type Asked = Partial<Omit<Case, 'name' | 'expected' | 'text'>>;
type Row = [name: string, expected: string, text: string, asked?: Asked];

const OK = 'ok';
const MALFORMED = 'CERTIFICATE_MALFORMED';
const content = (changes: object = {}, terms?: object) =>
  chain(
    'ACTIVATION CERTIFICATE',
    { ...exampleCertificate, ...changes },
    terms ? { certificate: certified(terms) } : {},
  );
const license = (changes: object) => ({ license: { ...exampleCertificate.license, ...changes } });
const good = content();
/** Ends with the license, as a yes does. */
const short = {
  ...license({ expiresAt: '2026-11-22T00:00:00.000Z' }),
  validUntil: '2026-11-22T00:00:00.000Z',
};

const stored: Row[] = [
  ['a certificate', OK, good],
  ['a key file in its place', MALFORMED, chain('KEY FILE', exampleKeyFile)],
  ['another letter in the payload', 'CERTIFICATE_TAMPERED', good.replace('\neyJh', '\neyJi')],
  [
    'a certificate of another root',
    'CERTIFICATE_FOREIGN_SIGNER',
    good,
    { rootPublicKeys: [pemOf('otherRoot')] },
  ],
  ['a fingerprint in clear', MALFORMED, content({ fingerprintHash: EXAMPLE_FINGERPRINT })],
  ['a nonce that is missing', MALFORMED, content({ nonce: undefined })],
  ['a nonce that is empty', MALFORMED, content({ nonce: '' })],
  ['a negative epoch', MALFORMED, content({ epoch: -1 })],
  ['a refusal that is null', MALFORMED, content({ refusal: null })],
  ['a state with a capital', MALFORMED, content(license({ status: 'Active' }))],
  ['another product', 'CERTIFICATE_WRONG_PRODUCT', good, { productId: 'mobile-shield' }],
  ['a signer of another product', 'SIGNER_WRONG_PRODUCT', content({}, { productIds: ['mobile-shield'] })],
  ['another device', 'CERTIFICATE_WRONG_FINGERPRINT', good, { fingerprint: 'device-8' }],
  ['the nonce', OK, good, { nonce: exampleCertificate.nonce! }],
  ['another nonce', 'CERTIFICATE_WRONG_NONCE', good, { nonce: 'bm9uY2X' }],
  ['a nonce where there is none', 'CERTIFICATE_WRONG_NONCE', content({ nonce: null }), { nonce: 'bm9uY2U' }],
  ['60 s before it was issued', OK, good, { now: '2026-11-21T11:59:00.000Z' }],
  ['more than 60 s before', 'CERTIFICATE_NOT_YET_VALID', good, { now: '2026-11-21T11:58:59.999Z' }],
  ['less than 60 s after its end', OK, good, { now: '2026-11-28T12:00:59.999Z' }],
  ['60 s after its end', 'CERTIFICATE_EXPIRED', good, { now: '2026-11-28T12:01:00.000Z' }],
  [
    'a license that ends first, less than 60 s ago',
    OK,
    content(license({ expiresAt: '2026-11-22T00:00:00.000Z' })),
    { now: '2026-11-22T00:00:59.999Z' },
  ],
  [
    'a license that ends first, 60 s ago',
    'LICENSE_EXPIRED',
    content(license({ expiresAt: '2026-11-22T00:00:00.000Z' })),
    { now: '2026-11-22T00:01:00.000Z' },
  ],
  [
    'license and certificate that end at once, 60 s ago',
    'LICENSE_EXPIRED',
    content(short),
    { now: '2026-11-22T00:01:00.000Z' },
  ],
  [
    'license and certificate that end at once, blocked',
    'LICENSE_NOT_ACTIVE',
    content({ ...short, ...license({ status: 'blocked', expiresAt: short.validUntil }) }),
    { now: '2026-11-23T00:00:00.000Z' },
  ],
  [
    'a signer until the moment of signing',
    'SIGNER_EXPIRED',
    content({}, { notAfter: exampleCertificate.issuedAt }),
  ],
  ['a signer from later on', 'SIGNER_EXPIRED', content({}, { notBefore: '2026-11-21T12:00:00.001Z' })],
  [
    'a signer that is over, of a license that is blocked',
    'SIGNER_EXPIRED',
    content(license({ status: 'blocked' }), { notAfter: '2026-11-21T13:00:00.000Z' }),
    { now: '2026-11-21T14:00:00.000Z' },
  ],
  ...['not_activated', 'blocked', 'under_verification', 'superseded', 'weird'].map((status): Row => [
    `a license that is ${status}`,
    'LICENSE_NOT_ACTIVE',
    content(license({ status })),
  ]),
  ['a license that is expired', 'LICENSE_EXPIRED', content(license({ status: 'expired' }))],
  [
    'a license that is blocked and over',
    'LICENSE_NOT_ACTIVE',
    content(license({ status: 'blocked', expiresAt: '2026-11-01T00:00:00.000Z' })),
  ],
  [
    'a refusal',
    'LICENSE_NOT_ACTIVE',
    content({ ...license({ status: 'not_activated' }), refusal: 'ACTIVATION_ENDED' }),
  ],
  ['a refusal of a later release', 'LICENSE_NOT_ACTIVE', content({ refusal: 'SOMETHING_ELSE' })],
  [
    'a refusal because the license is over',
    'LICENSE_EXPIRED',
    content({ ...license({ status: 'expired' }), refusal: 'LICENSE_EXPIRED' }),
  ],
  [
    'another product and another device',
    'CERTIFICATE_WRONG_PRODUCT',
    good,
    { productId: 'mobile-shield', fingerprint: 'x' },
  ],
  [
    'another device and over',
    'CERTIFICATE_WRONG_FINGERPRINT',
    good,
    { fingerprint: 'x', now: '2040-01-01T00:00:00.000Z' },
  ],
  [
    'over and blocked',
    'CERTIFICATE_EXPIRED',
    content(license({ status: 'blocked' })),
    { now: '2026-12-28T12:00:00.000Z' },
  ],
];

const answers: Row[] = [
  ['an answer', OK, good],
  [
    'an answer, whatever the clock says',
    OK,
    content({
      issuedAt: '2035-01-01T00:00:00.000Z',
      validUntil: '2035-01-08T00:00:00.000Z',
      ...license({ expiresAt: '2036-01-01T00:00:00.000Z' }),
    }),
  ],
  ['an answer to another request', 'CERTIFICATE_WRONG_NONCE', good, { nonce: 'bm9uY2X' }],
  ['an answer without a nonce', 'CERTIFICATE_WRONG_NONCE', content({ nonce: null })],
  [
    'an answer whose license was over',
    'LICENSE_EXPIRED',
    content(license({ expiresAt: '2026-11-21T11:59:00.000Z' })),
  ],
  [
    'an answer that says no',
    'LICENSE_NOT_ACTIVE',
    content({ ...license({ status: 'not_activated' }), refusal: 'FINGERPRINT_MISMATCH' }),
  ],
];

const usual = {
  rootPublicKeys: [pemOf('root')],
  productId: 'endpoint-shield',
  fingerprint: EXAMPLE_FINGERPRINT,
};

export const certificateCases: Case[] = [
  ...stored.map(([name, expected, text, asked = {}]): Case => {
    const now = '2026-11-21T12:00:00.000Z';
    return { name, reader: 'certificate', expected, ...usual, now, ...asked, text };
  }),
  ...answers.map(([name, expected, text, asked = {}]): Case => {
    const nonce = exampleCertificate.nonce!;
    return { name, reader: 'answer', expected, ...usual, nonce, ...asked, text };
  }),
];
