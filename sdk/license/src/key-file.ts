import {
  activatedProductIds,
  activatesVersion,
  readKeyFileContent,
  type KeyFileContent,
} from './format/key-file-content.js';
import { InvalidPayload, tryRead } from './format/payload-fields.js';
import type { Flaw } from './format/flaw.js';
import { readRootKeys } from './format/public-keys.js';
import { coversProducts, isValidAt, openSealed } from './format/signer-chain.js';
import { readDocumentText, requireText } from './arguments.js';
import { CLOCK_SKEW, readClock } from './clock.js';

export type KeyFileRefusal =
  | `KEY_FILE_${Flaw}`
  | 'KEY_FILE_WRONG_PRODUCT'
  | 'KEY_FILE_WRONG_VERSION'
  | 'KEY_FILE_NOT_YET_VALID'
  | 'KEY_FILE_EXPIRED'
  | 'SIGNER_WRONG_PRODUCT'
  | 'SIGNER_EXPIRED';

export type KeyFileResult =
  | { ok: true; license: KeyFileContent; signerKeyId: string }
  | { ok: false; code: KeyFileRefusal; detail: string };

export interface KeyFileOptions {
  /** The vendor's root public key in PEM (SPKI, Ed25519); several, in one text or in a list, while one is being replaced. */
  rootPublicKey: string | readonly string[];
  /** Id of the product that asks, as in the vendor's catalogue. */
  productId: string;
  /** The version that asks, `12.4.1`, to be held against the file's list; not judged unless given. */
  version?: string;
  /** The moment to judge by; the device's clock unless given. */
  now?: Date;
}

/**
 * Verifies a key file without a network. Format: docs/key-file-format.md.
 *
 * Give the text exactly as it stands in the file: one changed byte, even a line end, and it is refused.
 * The reasons, in the order in which they are found:
 * - `KEY_FILE_MALFORMED`: not the text of a key file, longer than 16 KB, or re-formatted on its way;
 * - `KEY_FILE_TAMPERED`: content, certificate and signature do not belong together;
 * - `KEY_FILE_FOREIGN_SIGNER`: consistent, but not signed under this root key;
 * - `KEY_FILE_WRONG_PRODUCT`: genuine, but it activates other products;
 * - `SIGNER_WRONG_PRODUCT`: the root key did not allow the signer to sign for this product;
 * - `KEY_FILE_WRONG_VERSION`: it activates other versions of the product (see `coversVersion`);
 * - `KEY_FILE_NOT_YET_VALID`, `KEY_FILE_EXPIRED`: outside its term (60 s of clock skew are allowed at the start);
 * - `SIGNER_EXPIRED`: the product key was not valid when it signed, or is no longer.
 *
 * @throws TypeError on what no file could satisfy: bytes instead of text, a root key that is none, an invalid `now`.
 */
export function verifyKeyFile(text: string, options: KeyFileOptions): KeyFileResult {
  const roots = readRootKeys(options.rootPublicKey);
  const now = readClock(options.now);
  requireText(options.productId, 'productId');
  if (options.version !== undefined) requireText(options.version, 'version');
  const opened = openSealed(readDocumentText(text), 'KEY FILE', roots);
  if (!opened.ok) return refuse(`KEY_FILE_${opened.flaw}`, opened.detail);
  const license = tryRead(opened.payload, readKeyFileContent);
  if (license instanceof InvalidPayload) return refuse('KEY_FILE_MALFORMED', `${license.message}.`);

  const { signer } = opened;
  const about = `Key file ${license.serialNumber}`;
  if (!activatedProductIds(license).includes(options.productId)) {
    return refuse('KEY_FILE_WRONG_PRODUCT', `${about} is for ${license.product.name}.`);
  }
  if (!coversProducts(signer, [license.product.id, options.productId])) {
    return refuse('SIGNER_WRONG_PRODUCT', `Key ${signer.keyId} may not sign for this product.`);
  }
  if (options.version !== undefined && !activatesVersion(license, options.productId, options.version)) {
    return refuse('KEY_FILE_WRONG_VERSION', `${about} is not for version ${options.version}.`);
  }
  if (now + CLOCK_SKEW < Date.parse(license.startsAt)) {
    return refuse('KEY_FILE_NOT_YET_VALID', `${about} is valid from ${license.startsAt}.`);
  }
  if (now >= Date.parse(license.expiresAt)) {
    return refuse('KEY_FILE_EXPIRED', `${about} expired at ${license.expiresAt}.`);
  }
  if (!isValidAt(signer, Date.parse(license.issuedAt)) || now >= Date.parse(signer.notAfter)) {
    return refuse(
      'SIGNER_EXPIRED',
      `Key ${signer.keyId} is valid from ${signer.notBefore} to ${signer.notAfter}.`,
    );
  }
  return { ok: true, license, signerKeyId: signer.keyId };
}

function refuse(code: KeyFileRefusal, detail: string): KeyFileResult {
  return { ok: false, code, detail };
}
