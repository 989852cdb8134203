/** The shapes of the service's replies, checked before they are believed. */
import type { CheckVerdict } from './activation.js';
import type { Problem } from './errors.js';
import type { Exchanged } from './exchange.js';

/** An answer to an activation; without a certificate it is no whole one, though a seat is taken. */
export interface ActivationReply {
  id: string;
  token: string;
  certificate: string | null;
}

export interface CheckReply extends CheckVerdict {
  valid: boolean;
  certificate: string | null;
}

export function readActivationReply(body: unknown): ActivationReply | undefined {
  if (!isRecord(body) || !isText(body.id) || !isText(body.token)) return undefined;
  return { id: body.id, token: body.token, certificate: isText(body.certificate) ? body.certificate : null };
}

/** A yes has a certificate; a no may have none. */
export function readCheckReply(body: unknown): CheckReply | undefined {
  if (!isRecord(body) || typeof body.valid !== 'boolean' || !Array.isArray(body.reasons)) return undefined;
  const { valid, nextCheckAt } = body;
  const reasons = body.reasons
    .filter(isRecord)
    .map(({ code, remedy }) => ({ code: `${code}`, remedy: `${remedy}` }));
  const certificate = isText(body.certificate) ? body.certificate : null;
  if (!isText(nextCheckAt) || (valid && certificate === null)) return undefined;
  return { valid, reasons, nextCheckAt, certificate };
}

/** The service's own problem document, or undefined: proxies and other services have some of these fields, not all. */
export function readProblem({ status, mediaType }: Exchanged, body: unknown): Problem | undefined {
  if (mediaType !== 'application/problem+json' && mediaType !== '') return undefined;
  if (!isRecord(body) || body.status !== status) return undefined;
  const { code, traceId, detail, errors } = body;
  if (typeof code !== 'string' || !/^[A-Z][A-Z0-9_]*$/.test(code) || !isText(traceId)) return undefined;
  const fields = Array.isArray(errors) ? errors.filter(isRecord) : [];
  return {
    code,
    status,
    detail: typeof detail === 'string' ? detail : code,
    traceId,
    fieldErrors: fields.map((error) => ({
      field: `${error.field}`,
      code: `${error.code}`,
      detail: `${error.detail}`,
    })),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
