/** The shapes of the service's replies, checked before they are believed. */
import type { ActivatedLicense, CheckResult } from './activation.js';
import { isRecord } from './http.js';

/** `license` and `certificate`, which activation and check answer alike. */
export function isAnswer<T extends Record<string, unknown>>(
  body: T,
): body is T & { license: ActivatedLicense; certificate: string } {
  const { license, certificate } = body;
  return isRecord(license) && isText(license.status) && isText(license.expiresAt) && isText(certificate);
}

export function isCheckReply(
  body: unknown,
): body is Omit<CheckResult, 'activation'> & Record<string, unknown> {
  return (
    isRecord(body) &&
    typeof body.valid === 'boolean' &&
    Array.isArray(body.reasons) &&
    isText(body.nextCheckAt)
  );
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
