/** What a reader makes of a genuine key file: product, version, time. */
import { exampleKeyFile } from '../example.js';
import { content, file, good, OK, type Row } from './key-file-texts.js';
import { certified } from './keys.js';

const SIGNER_WRONG_PRODUCT = 'SIGNER_WRONG_PRODUCT';

export const askedRows: Row[] = [
  ['a product of the list', OK, good, { productId: 'mobile-shield' }],
  ['another product', 'KEY_FILE_WRONG_PRODUCT', good, { productId: 'cloud-guard' }],
  ['a product in other letters', 'KEY_FILE_WRONG_PRODUCT', good, { productId: 'Endpoint-Shield' }],
  [
    'a signer of the own product alone, asked for it',
    OK,
    file(exampleKeyFile, { certificate: certified({ productIds: ['endpoint-shield'] }) }),
  ],
  [
    'a signer of the own product alone, asked for the listed one',
    SIGNER_WRONG_PRODUCT,
    file(exampleKeyFile, { certificate: certified({ productIds: ['endpoint-shield'] }) }),
    { productId: 'mobile-shield' },
  ],
  [
    'a signer of the listed product alone',
    SIGNER_WRONG_PRODUCT,
    file(exampleKeyFile, { certificate: certified({ productIds: ['mobile-shield'] }) }),
    { productId: 'mobile-shield' },
  ],
  [
    'a signer of every product',
    OK,
    file(exampleKeyFile, { certificate: certified({ productIds: ['x', '*'] }) }),
    { productId: 'mobile-shield' },
  ],
  ...(
    [
      ['4', OK],
      ['4.1', OK],
      ['5.0.2', OK],
      ['6', 'KEY_FILE_WRONG_VERSION'],
      ['40', 'KEY_FILE_WRONG_VERSION'],
      ['4-beta', 'KEY_FILE_WRONG_VERSION'],
    ] as const
  ).map(([version, expected]): Row => [
    `version ${version} of 4 and 5`,
    expected,
    good,
    { productId: 'mobile-shield', version },
  ]),
  ['a version of a product without an entry', OK, good, { version: '99' }],
  [
    'a version of a product with an empty list',
    OK,
    content({ applications: [{ productId: 'endpoint-shield', name: 'E', versions: [] }] }),
    { version: '99' },
  ],
  [
    'a version of the own product, listed',
    'KEY_FILE_WRONG_VERSION',
    content({ applications: [{ productId: 'endpoint-shield', name: 'E', versions: ['12.4'] }] }),
    { version: '12' },
  ],
  [
    'a version of the second of two entries',
    OK,
    content({
      applications: ['1', '2'].map((version) => ({
        productId: 'endpoint-shield',
        name: 'E',
        versions: [version],
      })),
    }),
    { version: '2.1' },
  ],
  ['60 s before its start', OK, good, { now: '2026-11-20T23:59:00.000Z' }],
  ['more than 60 s before its start', 'KEY_FILE_NOT_YET_VALID', good, { now: '2026-11-20T23:58:59.999Z' }],
  ['its last millisecond', OK, good, { now: '2027-11-20T23:59:59.999Z' }],
  ['its end', 'KEY_FILE_EXPIRED', good, { now: '2027-11-21T00:00:00.000Z' }],
  ['a time of signing that lies ahead', OK, content({ issuedAt: '2030-01-01T00:00:00.000Z' })],
  [
    'an end before its start',
    'KEY_FILE_NOT_YET_VALID',
    content({ startsAt: '2027-01-01T00:00:00.000Z', expiresAt: '2026-01-01T00:00:00.000Z' }),
  ],
  [
    'a signer from later on',
    'SIGNER_EXPIRED',
    file(exampleKeyFile, { certificate: certified({ notBefore: '2026-11-21T10:00:00.001Z' }) }),
  ],
  [
    'a signer from the moment of signing',
    OK,
    file(exampleKeyFile, { certificate: certified({ notBefore: '2026-11-21T10:00:00.000Z' }) }),
  ],
  [
    'a signer until the moment of signing',
    'SIGNER_EXPIRED',
    file(exampleKeyFile, { certificate: certified({ notAfter: '2026-11-21T10:00:00.000Z' }) }),
  ],
  [
    'a signer until now',
    'SIGNER_EXPIRED',
    file(exampleKeyFile, { certificate: certified({ notAfter: '2026-11-21T12:00:00.000Z' }) }),
  ],
  [
    'a signer until after now',
    OK,
    file(exampleKeyFile, { certificate: certified({ notAfter: '2026-11-21T12:00:00.001Z' }) }),
  ],
  ['term and signer over', 'KEY_FILE_EXPIRED', good, { now: '2040-01-01T00:00:00.000Z' }],
  [
    'another product and over',
    'KEY_FILE_WRONG_PRODUCT',
    good,
    { productId: 'cloud-guard', now: '2040-01-01T00:00:00.000Z' },
  ],
];
