import { createPublicKey, verify } from 'node:crypto';
import { refuse } from '@tessera/platform';

/** Signature algorithms of requests for certificates, by the DER of their object identifier; null: no extra hash. */
const hashes: Readonly<Record<string, string | null>> = {
  '2a864886f70d01010b': 'sha256',
  '2a864886f70d01010c': 'sha384',
  '2a864886f70d01010d': 'sha512',
  '2a8648ce3d040302': 'sha256',
  '2a8648ce3d040303': 'sha384',
  '2a8648ce3d040304': 'sha512',
  '2b6570': null,
};

interface Element {
  tag: number;
  /** With its header, as it is signed and as keys are read. */
  whole: Buffer;
  content: Buffer;
}

/**
 * Checks a PKCS #10 request (RFC 2986): PEM around DER, and the signature by the key inside it (SUP-084).
 * @throws Refusal CSR_INVALID
 */
export function requireCsr(text: string | undefined): string {
  const pem =
    /^-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----\s+([A-Za-z0-9+/=\s]+?)-----END (?:NEW )?CERTIFICATE REQUEST-----\s*$/;
  const match = pem.exec(text?.trim() ?? '');
  if (!match || !isSigned(Buffer.from(match[1]!, 'base64'))) refuse('CSR_INVALID');
  return text!.trim();
}

function isSigned(der: Buffer): boolean {
  try {
    const [info, algorithm, signature] = children(elements(der)[0]!);
    const [, , publicKey] = children(info!);
    const hash = hashes[children(algorithm!)[0]!.content.toString('hex')];
    if (hash === undefined || signature!.tag !== 0x03) return false;
    const key = createPublicKey({ key: publicKey!.whole, format: 'der', type: 'spki' });
    // The first byte of a BIT STRING counts its unused bits.
    return verify(hash, info!.whole, key, signature!.content.subarray(1));
  } catch {
    // Whatever breaks in foreign bytes means the same: this is no request for a certificate.
    return false;
  }
}

const children = (element: Element): Element[] => elements(element.content);

function elements(der: Buffer): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < der.length;) {
    const tag = der.readUInt8(at);
    const first = der.readUInt8(at + 1);
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    const length = lengthBytes ? der.readUIntBE(at + 2, lengthBytes) : first;
    const start = at + 2 + lengthBytes;
    if (lengthBytes > 4 || start + length > der.length) throw new RangeError('truncated');
    found.push({
      tag,
      whole: der.subarray(at, start + length),
      content: der.subarray(start, start + length),
    });
    at = start + length;
  }
  return found;
}
