import {
  activatedProductIds,
  coversProducts,
  InvalidPayload,
  isValidAt,
  openSealed,
  readKeyFileContent,
  readRootKeys,
  tryRead,
  type Flaw,
  type KeyFileContent,
} from '@tessera/license/format';
import { incompleteness, restoreKeyFile } from './restore-key-file.js';

export type OpenedKeyFile =
  { ok: true; content: KeyFileContent } | { ok: false; code: KeyFileFlaw; detail: string };

type KeyFileFlaw =
  | `KEY_FILE_${Flaw}`
  | 'KEY_FILE_NOT_A_KEY_FILE'
  | 'KEY_FILE_TRUNCATED'
  | 'SIGNER_WRONG_PRODUCT'
  | 'SIGNER_EXPIRED';

/**
 * As {@link openKeyFile}, for uploaded or pasted text: repairs what mail programs and editors did to it where that is safe,
 * and tells text that is no key file from one whose end is missing.
 */
export function openUploaded(text: string, rootPublicKeyPem: string | readonly string[]): OpenedKeyFile {
  const opened = openKeyFile(text, rootPublicKeyPem);
  if (opened.ok) return opened;
  const incomplete = incompleteness(text);
  if (incomplete) return { ok: false, code: `KEY_FILE_${incomplete}`, detail: INCOMPLETE[incomplete] };
  return openKeyFile(restoreKeyFile(text), rootPublicKeyPem);
}

const INCOMPLETE = {
  NOT_A_KEY_FILE: 'This is not the text of a key file.',
  TRUNCATED: 'The end of the key file is missing.',
};

/**
 * Reads a key file and proves that it is ours. Says nothing about its term: the license may
 * have been prolonged, blocked or superseded since, which only the database knows.
 */
export function openKeyFile(text: string, rootPublicKeyPem: string | readonly string[]): OpenedKeyFile {
  const opened = openSealed(text, 'KEY FILE', readRootKeys(rootPublicKeyPem));
  if (!opened.ok) return { ok: false, code: `KEY_FILE_${opened.flaw}`, detail: opened.detail };
  const { signer } = opened;
  const content = tryRead(opened.payload, readKeyFileContent);
  if (content instanceof InvalidPayload)
    return { ok: false, code: 'KEY_FILE_MALFORMED', detail: `${content.message}.` };
  if (!coversProducts(signer, activatedProductIds(content))) {
    return {
      ok: false,
      code: 'SIGNER_WRONG_PRODUCT',
      detail: `Key ${signer.keyId} may not sign for these products.`,
    };
  }
  if (!isValidAt(signer, Date.parse(content.issuedAt))) {
    return {
      ok: false,
      code: 'SIGNER_EXPIRED',
      detail: `Key ${signer.keyId} was not valid at ${content.issuedAt}.`,
    };
  }
  return { ok: true, content };
}
