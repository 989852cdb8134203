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

export type OpenedKeyFile =
  | { ok: true; content: KeyFileContent }
  | { ok: false; code: `KEY_FILE_${Flaw}` | 'SIGNER_WRONG_PRODUCT' | 'SIGNER_EXPIRED'; detail: string };

/**
 * Reads a key file that a customer uploads and proves that it is ours. Says nothing about its term: the license may
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
