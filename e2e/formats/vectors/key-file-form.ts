/** What is wrong before a payload is read: the text, and the chain of signatures. */
import { keyIdOf } from '@tessera/license/format';
import { exampleKeyFile } from '../example.js';
import { file, good, MALFORMED, OK, type Row } from './key-file-texts.js';
import { block, certified, chain, pemOf, productKey, publicBytes } from './keys.js';

const TAMPERED = 'KEY_FILE_TAMPERED';
const FOREIGN = 'KEY_FILE_FOREIGN_SIGNER';
const [document, certificate] = [good.slice(0, good.indexOf('-----BEGIN TESSERA PRODUCT')), certified()];

export const formRows: Row[] = [
  ['a key file', OK, good],
  ['a byte order mark', MALFORMED, `\ufeff${good}`],
  ['CR LF', MALFORMED, good.replaceAll('\n', '\r\n')],
  ['no line feed at the end', MALFORMED, good.slice(0, -1)],
  ['two line feeds at the end', MALFORMED, `${good}\n`],
  ['a blank in front', MALFORMED, ` ${good}`],
  ['a blank line between the blocks', MALFORMED, `${document}\n${certificate}`],
  ['a third block', MALFORMED, good + certificate],
  ['blocks exchanged', MALFORMED, certificate + document],
  ['the document alone', MALFORMED, document],
  ['an empty text', MALFORMED, ''],
  ['16,384 bytes', OK, ofLength(16_384)],
  ['16,385 bytes', MALFORMED, ofLength(16_385)],
  ['version 2', MALFORMED, good.replace('Version: 1', 'Version: 2')],
  ['another algorithm', MALFORMED, good.replace('Ed25519', 'Ed448')],
  ['a certificate in its place', MALFORMED, chain('ACTIVATION CERTIFICATE', exampleKeyFile)],
  [
    'its type renamed',
    TAMPERED,
    chain('ACTIVATION CERTIFICATE', exampleKeyFile).replaceAll('ACTIVATION CERTIFICATE', 'KEY FILE'),
  ],
  [
    'notes of which one comes twice and one contradicts the payload',
    OK,
    file(exampleKeyFile, {
      notes: [
        ['Seats', '1'],
        ['Seats', '2'],
        ['Version', '2'],
      ],
    }),
  ],
  ['a note that ends with a blank', OK, file(exampleKeyFile, { notes: [['A', 'b ']] })],
  ['a note of a blank', OK, file(exampleKeyFile, { notes: [['-', ' ']] })],
  ['a note without a value', MALFORMED, file(exampleKeyFile, { notes: [['A', '']] })],
  ['a note without a name', MALFORMED, file(exampleKeyFile, { notes: [['', 'b']] })],
  ['a note whose name has a digit', MALFORMED, file(exampleKeyFile, { notes: [['A1', 'b']] })],
  ['a note beyond ASCII', MALFORMED, file(exampleKeyFile, { notes: [['A', 'ü']] })],
  ['a note with a tab', MALFORMED, file(exampleKeyFile, { notes: [['A', 'b\tc']] })],
  ['no payload', MALFORMED, file('')],
  ['a payload that is wrapped otherwise', MALFORMED, good.replace(/\n\n(.{64})\n(.)/, '\n\n$1$2\n')],
  ['padding', MALFORMED, good.replace(/\n-----END TESSERA KEY/, '=\n-----END TESSERA KEY')],
  [
    'unused bits of the signature set',
    MALFORMED,
    good.replace(/(.)\n-----END TESSERA KEY/, (_, last: string) => `${next(last)}\n-----END TESSERA KEY`),
  ],
];

export const trustRows: Row[] = [
  ['another letter in the payload', TAMPERED, good.replace('\neyJs', '\neyJt')],
  [
    'another letter in a note',
    TAMPERED,
    file(exampleKeyFile, { notes: [['A', 'b']] }).replace('A: b', 'A: c'),
  ],
  ['a certificate of the same root exchanged', TAMPERED, document + certified({ productIds: ['*'] })],
  ['a signature of another key', TAMPERED, file(exampleKeyFile, { by: 'otherProduct' })],
  ['another root', FOREIGN, file(exampleKeyFile, { certificate: certified({}, { by: 'otherRoot' }) })],
  [
    'another root that names ours',
    FOREIGN,
    file(exampleKeyFile, { certificate: certified({}, { by: 'otherRoot', signer: signerOf(certificate) }) }),
  ],
  [
    'a second root key',
    OK,
    file(exampleKeyFile, { certificate: certified({}, { by: 'otherRoot' }) }),
    { rootPublicKeys: [pemOf('root'), pemOf('otherRoot')] },
  ],
  [
    'several keys in one text',
    OK,
    good,
    { rootPublicKeys: [`# old\n${pemOf('otherRoot')}\n# new\n${pemOf('root')}`] },
  ],
  [
    'a key id that is not the key’s',
    MALFORMED,
    file(exampleKeyFile, { certificate: certified({ keyId: 'AAAAAAAAAAAAAAAA' }) }),
  ],
  [
    'a key id that is not the key’s, under another root',
    MALFORMED,
    file(exampleKeyFile, { certificate: certified({ keyId: 'AAAAAAAAAAAAAAAA' }, { by: 'otherRoot' }) }),
  ],
  [
    'a certificate for no product',
    MALFORMED,
    file(exampleKeyFile, { certificate: certified({ productIds: [] }) }),
  ],
  [
    'a public key of 31 bytes',
    MALFORMED,
    file(exampleKeyFile, {
      certificate: certified({ publicKey: publicBytes('product').subarray(1).toString('base64url') }),
    }),
  ],
  ['a public key of small order', MALFORMED, smallOrder()],
  [
    'a certificate payload that is broken, and a signature too',
    MALFORMED,
    file(exampleKeyFile, { by: 'otherProduct', certificate: certified({ notAfter: 'never' }) }),
  ],
  ['a payload that is broken, and its signature too', TAMPERED, file('{', { by: 'otherProduct' })],
  [
    'a payload that is broken, under another root',
    FOREIGN,
    file('{', { certificate: certified({}, { by: 'otherRoot' }) }),
  ],
];

function ofLength(bytes: number): string {
  const at = (length: number) => file(exampleKeyFile, { notes: [['Filler', 'x'.repeat(length)]] });
  return at(bytes - at(1).length + 1);
}

function signerOf(text: string): string {
  return /Signer: (.*)/.exec(text)![1]!;
}

/** The next character of the alphabet of base64url: for a last one of two bytes' bits, the same bytes. */
function next(character: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return alphabet[alphabet.indexOf(character) + 1]!;
}

/** The neutral element as public key; with it as R and S = 0, a signature for every text. */
function smallOrder(): string {
  const bytes = Buffer.from(`01${'00'.repeat(31)}`, 'hex');
  const payload = { ...productKey, publicKey: bytes.toString('base64url'), keyId: keyIdOf(bytes) };
  const forged = block('PRODUCT KEY CERTIFICATE', { payload, by: 'root' });
  const unsigned = file(exampleKeyFile, { certificate: forged });
  const signature = Buffer.concat([bytes, Buffer.alloc(32)]).toString('base64url');
  return unsigned.replace(
    /[\w-]{64}\n[\w-]{22}\n(?=-----END TESSERA KEY FILE)/,
    `${signature.slice(0, 64)}\n${signature.slice(64)}\n`,
  );
}
