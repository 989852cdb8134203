import { randomBytes, randomUUID } from 'node:crypto';
import { verifyCertificate, type CertificateResult } from './certificate.js';
import { readRootKeys } from './format/signer-chain.js';
import type { Activation, ActivationRequest, CheckResult } from './activation.js';
import { CertificateRefused, LicenseRefused } from './errors.js';
import { isRecord, send, unexpectedReply, type HttpSettings } from './http.js';
import { isAnswer, isCheckReply, isText } from './replies.js';

export interface ClientOptions {
  /** Where the platform is served, `https://licenses.vendor.example`; plain http only to this machine. */
  baseUrl: string;
  /** Certificates are verified against it: PEM (SPKI, Ed25519); several while a root key is being replaced. */
  rootPublicKey: string | readonly string[];
  fetch?: typeof globalThis.fetch;
  /** Milliseconds for one attempt; 10,000 unless given. */
  timeout?: number;
  /** Attempts in all; 4 unless given. */
  attempts?: number;
  /** Waits between attempts, milliseconds. */
  wait?: (milliseconds: number) => Promise<void>;
}

/** Online activation over `/api/v1/activations`. Methods reject with a `TesseraLicenseError`, see errors.ts. */
export class TesseraLicenseClient {
  private readonly http: HttpSettings;
  private readonly rootPublicKey: string | readonly string[];

  /** @throws TypeError on a root key or an address that cannot be meant. */
  constructor(options: ClientOptions) {
    readRootKeys(options.rootPublicKey);
    this.rootPublicKey = options.rootPublicKey;
    this.http = {
      baseUrl: readBaseUrl(options.baseUrl),
      fetch: options.fetch ?? globalThis.fetch,
      timeout: options.timeout ?? 10_000,
      attempts: options.attempts ?? 4,
      wait: options.wait ?? ((milliseconds) => new Promise((done) => setTimeout(done, milliseconds))),
    };
  }

  /** Takes a seat. Repeating it for the same license and fingerprint takes no second one. */
  async activate({ idempotencyKey = randomUUID(), ...request }: ActivationRequest): Promise<Activation> {
    const headers = { 'idempotency-key': idempotencyKey };
    const { status, body } = await send(this.http, {
      method: 'POST',
      path: '/activations',
      headers,
      body: request,
    });
    if (!isRecord(body) || !isText(body.id) || !isText(body.token) || !isAnswer(body))
      throw unexpectedReply(status);
    const { id, token, license, certificate } = body;
    const { fingerprint, application } = request;
    const activation: Activation = {
      id,
      token,
      productId: application.product,
      fingerprint,
      license,
      certificate,
    };
    demand(this.verify(activation), id);
    return activation;
  }

  /**
   * Asks whether the license still holds. A yes counts only with a certificate that repeats this check's nonce and
   * verifies; else the method rejects with CertificateRefused.
   */
  async check(activation: Activation): Promise<CheckResult> {
    const nonce = randomBytes(16).toString('base64url');
    const { status, body } = await send(this.http, {
      method: 'POST',
      path: `/activations/${encodeURIComponent(activation.id)}/check`,
      headers: authorization(activation),
      body: { fingerprint: activation.fingerprint, nonce },
    });
    if (!isCheckReply(body)) throw unexpectedReply(status);
    const { valid, reasons, nextCheckAt } = body;
    const renewed = isAnswer(body)
      ? { ...activation, license: body.license, certificate: body.certificate }
      : undefined;
    const result = renewed && this.verify(renewed, nonce);
    if (!valid) {
      // Only a genuine no replaces the stored certificate.
      return {
        valid,
        reasons,
        nextCheckAt,
        activation: renewed && isGenuineNo(result) ? renewed : activation,
      };
    }
    if (!renewed || !result) throw unexpectedReply(status);
    demand(result, activation.id);
    return { valid, reasons, nextCheckAt, activation: renewed };
  }

  /** Frees the seat. An activation that is gone already counts as freed: an earlier attempt's reply may be lost. */
  async deactivate(activation: Activation): Promise<void> {
    const path = `/activations/${encodeURIComponent(activation.id)}`;
    try {
      await send(this.http, { method: 'DELETE', path, headers: authorization(activation) });
    } catch (error) {
      const gone =
        error instanceof LicenseRefused && error.problem.status === 404 && error.code !== 'UNEXPECTED_REPLY';
      if (!gone) throw error;
    }
  }

  private verify({ certificate, productId, fingerprint }: Activation, nonce?: string): CertificateResult {
    const options = { rootPublicKey: this.rootPublicKey, productId, fingerprint };
    return verifyCertificate(certificate, nonce === undefined ? options : { ...options, nonce });
  }
}

/** The address without a slash at its end. Codes and tokens would travel in clear over http. */
function readBaseUrl(text: string): string {
  if (!URL.canParse(text)) throw new TypeError(`baseUrl is not an address: ${text}`);
  const url = new URL(text);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) {
    throw new TypeError(`baseUrl must be https, except on this machine: ${text}`);
  }
  return url.href.replace(/\/+$/, '');
}

function authorization({ token }: Activation): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

function demand(result: CertificateResult, activationId: string): void {
  if (!result.ok) throw new CertificateRefused(result.code, result.detail);
  if (result.certificate.activationId !== activationId) {
    throw new CertificateRefused(
      'CERTIFICATE_WRONG_ACTIVATION',
      'The certificate belongs to another activation.',
    );
  }
}

function isGenuineNo(result: CertificateResult | undefined): boolean {
  return result?.ok === false && (result.code === 'LICENSE_EXPIRED' || result.code === 'LICENSE_NOT_ACTIVE');
}
