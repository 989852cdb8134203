import type { ActivationHandle, ActivationRequest } from './activation.js';

/** Mistakes of the program that calls, told as such: no file and no answer of the service could mend them. */

/** @throws TypeError on bytes and other things that were never the text of a file; nothing at all is a bad file */
export function readDocumentText(text: unknown): string {
  if (typeof text === 'string') return text;
  if (text === undefined || text === null) return '';
  const got = ArrayBuffer.isView(text)
    ? "bytes; read the file with the encoding 'utf8'"
    : `of type ${typeof text}`;
  throw new TypeError(`The document is given as text, this is ${got}.`);
}

/** @throws TypeError */
export function requireText(value: unknown, name: string): asserts value is string {
  if (typeof value !== 'string' || value === '') throw new TypeError(`${name} is not a text, or empty.`);
}

/** @throws TypeError */
export function requirePositive(value: unknown, name: string): asserts value is number {
  if (typeof value !== 'number' || !(value > 0)) throw new TypeError(`${name} is not a number above 0.`);
}

/** @throws TypeError */
export function requireRequest(request: ActivationRequest): void {
  const given: { activationCode?: unknown; keyFile?: unknown } = request;
  const shown = [given.activationCode, given.keyFile].filter((one) => one !== undefined);
  if (shown.length !== 1) throw new TypeError('Give either activationCode or keyFile.');
  readDocumentText(shown[0]);
  requireText(request.fingerprint, 'fingerprint');
  requireText(request.application?.product, 'application.product');
  requireText(request.application.version, 'application.version');
  requireText(request.deviceName, 'deviceName');
  if (request.idempotencyKey !== undefined) requireText(request.idempotencyKey, 'idempotencyKey');
}

/** @throws TypeError: a stored activation that was damaged, or null after a no */
export function requireActivation(activation: ActivationHandle): void {
  for (const name of ['id', 'token', 'productId', 'fingerprint'] as const)
    requireText((activation as ActivationHandle | null | undefined)?.[name], `activation.${name}`);
}
