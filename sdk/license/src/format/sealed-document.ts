/**
 * The sealed document: one signed text block. Key files, activation certificates and product-key certificates are
 * all made of it. Described byte by byte in docs/key-file-format.md. This folder is the only code of the format: who signs
 * imports it as `@tessera/license/format`.
 *
 * The signature covers the text itself, from the first `-` to the blank line above the signature, so there is nothing
 * to canonicalise; the type stands in the first line and the algorithm in the third, so a signature made for one
 * purpose is worthless for another. What the signature cannot cover (itself and the END line) has one spelling only:
 * `parseSealed` accepts a text only if `sealedText` would write exactly that text.
 */
import { createHash } from 'node:crypto';

export type DocumentType = 'KEY FILE' | 'ACTIVATION CERTIFICATE' | 'PRODUCT KEY CERTIFICATE';

/** Everything that is signed. */
export interface DocumentBody {
  type: DocumentType;
  /** Who signs: SHA-256, base64url; of the certificate block's text, or, in that block itself, of the root key's 32 bytes. */
  signer: string;
  /** Printable ASCII lines for people; programs read the payload. */
  notes: readonly (readonly [name: string, value: string])[];
  /** UTF-8 bytes of a JSON object. */
  payload: Uint8Array;
}

export interface SealedDocument extends DocumentBody {
  /** Ed25519 (RFC 8032), 64 bytes, over the UTF-8 bytes of `signedText`. */
  signature: Uint8Array;
}

/** Largest text of a whole document, certificate included: 16 KB, in bytes (all of it is ASCII). */
export const MAX_DOCUMENT_LENGTH = 16 * 1024;

const LINES = /.{1,64}/g;
const HEAD =
  /^-----BEGIN TESSERA ([A-Z ]+)-----\nVersion: 1\nAlgorithm: Ed25519\nSigner: ([\w-]{43})((?:\n[A-Za-z-]+: [ -~]+)*)$/;
const CERTIFICATE_BEGIN = '-----BEGIN TESSERA PRODUCT KEY CERTIFICATE-----\n';

/** Ed25519 over these bytes. The private key stays with the caller that passes the function. */
export type Signature = (signed: Uint8Array) => Uint8Array;

/** The complete block of what has just been signed, ready to be written. */
export function sealDocument(body: DocumentBody, signature: Signature): string {
  return sealedText({ ...body, signature: signature(Buffer.from(signedText(body))) });
}

/** The complete block. */
export function sealedText(document: SealedDocument): string {
  return `${signedText(document)}${wrap(document.signature)}\n-----END TESSERA ${document.type}-----\n`;
}

/** The part of the block that the signature covers. */
export function signedText({ type, signer, notes, payload }: DocumentBody): string {
  const head = [
    `-----BEGIN TESSERA ${type}-----`,
    'Version: 1',
    'Algorithm: Ed25519',
    `Signer: ${signer}`,
    ...notes.map(([name, value]) => `${name}: ${value}`),
  ];
  return `${head.join('\n')}\n\n${wrap(payload)}\n\n`;
}

/** base64url without padding (RFC 4648 §5), 64 characters a line. */
function wrap(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('base64url');
  return text.match(LINES)?.join('\n') ?? '';
}

/** The document in a block's text, or undefined if one character differs from what `sealedText` would write. */
export function parseSealed(text: string): SealedDocument | undefined {
  const [head, payload, tail] = text.split('\n\n', 3);
  const match = HEAD.exec(head ?? '');
  if (!match || payload === undefined || tail === undefined) return undefined;
  const document: SealedDocument = {
    type: match[1] as DocumentType,
    signer: match[2]!,
    notes: match[3]!.split('\n').slice(1).map(parseNote),
    payload: unwrap(payload),
    signature: unwrap(tail.split('\n', 2).join('\n')),
  };
  if (document.payload.length === 0 || document.signature.length !== 64) return undefined;
  return sealedText(document) === text ? document : undefined;
}

function parseNote(line: string): [string, string] {
  const colon = line.indexOf(': ');
  return [line.slice(0, colon), line.slice(colon + 2)];
}

function unwrap(lines: string): Uint8Array {
  return Buffer.from(lines.replaceAll('\n', ''), 'base64url');
}

/** Parts a text into the document and the certificate block that stands below it. */
export function splitChain(text: string): { document: string; certificate: string } | undefined {
  const at = text.indexOf(`\n${CERTIFICATE_BEGIN}`) + 1;
  return at > 0 ? { document: text.slice(0, at), certificate: text.slice(at) } : undefined;
}

/** SHA-256 as 43 characters of base64url. */
export function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('base64url');
}
