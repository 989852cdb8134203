import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type {
  Activation,
  ActivationHandle,
  ActivationRequest,
  CheckResult,
  LicenseWarning,
} from './activation.js';
import { requireActivation, requireRequest } from './arguments.js';
import { verifyAnswer, verifyCertificate, type CertificateResult } from './certificate.js';
import { CLOCK_SKEW } from './clock.js';
import {
  CertificateRefused,
  LicenseRefused,
  ServiceUnreachable,
  TesseraLicenseError,
  type Remedy,
} from './errors.js';
import type { CertificateContent } from './format/certificate-content.js';
import { send, type CallOptions, type HttpSettings } from './http.js';
import { readSettings, type ClientOptions } from './options.js';
import { readActivationReply, readCheckReply, type ActivationReply } from './replies.js';

/** Online activation over `/api/v1/activations`. Methods reject with a `TesseraLicenseError`, see errors.ts. */
export class TesseraLicenseClient {
  private readonly http: HttpSettings;
  private readonly rootPublicKey: string | readonly string[];
  private readonly warn: (warning: LicenseWarning) => void;

  /** @throws TypeError on a root key or an address that cannot be meant. */
  constructor(options: ClientOptions) {
    this.http = readSettings(options);
    this.rootPublicKey = options.rootPublicKey;
    this.warn = options.onWarning ?? (() => undefined);
  }

  /**
   * Takes a seat. Repeating it for the same license and fingerprint takes no second one. Whatever goes wrong after the
   * service has taken it, the error's `activation` can give it back.
   */
  async activate(request: ActivationRequest, options: CallOptions = {}): Promise<Activation> {
    requireRequest(request);
    const { idempotencyKey = randomUUID(), ...asked } = request;
    const { fingerprint, application } = asked;
    const nonce = nonceFor(idempotencyKey);
    let taken: ActivationHandle | null = null;
    try {
      const { certificate } = await send<ActivationReply>(this.http, {
        ...options,
        method: 'POST',
        path: '/activations',
        headers: { 'idempotency-key': idempotencyKey },
        body: { ...asked, nonce },
        read: (_, body) => {
          const reply = readActivationReply(body);
          if (reply)
            taken = { id: reply.id, token: reply.token, productId: application.product, fingerprint };
          return reply?.certificate ? reply : undefined;
        },
      });
      const activation = taken as ActivationHandle | null;
      return this.accept(activation!, certificate!, nonce, request.idempotencyKey !== undefined);
    } catch (error) {
      if (error instanceof TesseraLicenseError) error.activation = taken;
      if (error instanceof ServiceUnreachable) error.remedy = remedyFor(request);
      throw error;
    }
  }

  /**
   * Asks whether the license still holds. A yes counts only with a certificate that repeats this check's nonce and
   * verifies; else the method rejects with CertificateRefused.
   */
  async check(activation: Activation | ActivationHandle, options: CallOptions = {}): Promise<CheckResult> {
    requireActivation(activation);
    const nonce = randomBytes(16).toString('base64url');
    const { id, token, productId, fingerprint } = activation;
    const { certificate, valid, ...verdict } = await send(this.http, {
      ...options,
      method: 'POST',
      path: `/activations/${encodeURIComponent(id)}/check`,
      headers: { authorization: `Bearer ${token}` },
      body: { fingerprint, nonce },
      read: (_, body) => readCheckReply(body),
    });
    const handle = { id, token, productId, fingerprint };
    if (!valid) return { valid, ...verdict, activation: this.afterNo(activation, certificate, nonce) };
    return { valid, ...verdict, activation: this.accept(handle, certificate!, nonce, false) };
  }

  /** Frees the seat. An activation that is gone already counts as freed: an earlier attempt's reply may be lost. */
  async deactivate(activation: ActivationHandle, options: CallOptions = {}): Promise<void> {
    requireActivation(activation);
    try {
      await send(this.http, {
        ...options,
        method: 'DELETE',
        path: `/activations/${encodeURIComponent(activation.id)}`,
        headers: { authorization: `Bearer ${activation.token}` },
        read: (status) => (status === 204 ? true : undefined),
      });
    } catch (error) {
      if (!(error instanceof LicenseRefused && error.problem.status === 404)) throw error;
    }
  }

  /** @throws CertificateRefused */
  private accept(taken: ActivationHandle, text: string, nonce: string, mayBeStored: boolean): Activation {
    const result = this.judge(taken, text, nonce);
    if (!result.ok) throw new CertificateRefused(result.code, result.detail);
    const { certificate } = result;
    if (certificate.activationId !== taken.id) {
      const detail = 'The certificate belongs to another activation.';
      throw new CertificateRefused('CERTIFICATE_WRONG_ACTIVATION', detail);
    }
    this.warnOfSkew(certificate, mayBeStored);
    const { status, expiresAt } = certificate.license;
    return { ...taken, license: { status, expiresAt }, certificate: text };
  }

  /**
   * A certificate that repeats the nonce is new, whatever the device's clock says. A service of the release before repeats
   * none on activation; then the clock decides.
   */
  private judge(activation: ActivationHandle, text: string, nonce: string): CertificateResult {
    const { productId, fingerprint } = activation;
    const options = { rootPublicKey: this.rootPublicKey, productId, fingerprint };
    const result = verifyAnswer(text, { ...options, nonce });
    if (result.ok || result.code !== 'CERTIFICATE_WRONG_NONCE') return result;
    const byClock = verifyCertificate(text, options);
    return byClock.ok && byClock.certificate.nonce === null ? byClock : result;
  }

  /** What is to be stored after a no: its certificate, if the service proves the no by one; else what was there before. */
  private afterNo(
    activation: Activation | ActivationHandle,
    text: string | null,
    nonce: string,
  ): Activation | null {
    const { id, token, productId, fingerprint } = activation;
    const result = text === null ? undefined : this.judge(activation, text, nonce);
    const certificate = result?.ok === false ? result.certificate : undefined;
    if (certificate?.activationId === id) {
      const { status, expiresAt } = certificate.license;
      return { id, token, productId, fingerprint, license: { status, expiresAt }, certificate: text! };
    }
    return 'certificate' in activation ? activation : null;
  }

  /** An answer that was stored under the caller's own key may be old: then only a clock that is behind is sure. */
  private warnOfSkew({ issuedAt }: CertificateContent, mayBeStored: boolean): void {
    const skew = Date.parse(issuedAt) - Date.now();
    if (skew <= CLOCK_SKEW && (mayBeStored || skew >= -CLOCK_SKEW)) return;
    const clockSkewSeconds = Math.round(skew / 1000);
    const way = skew > 0 ? 'behind' : 'ahead of';
    const detail = `The device's clock is ${Math.abs(clockSkewSeconds)} s ${way} the service's.`;
    this.warn({ code: 'CLOCK_SKEWED', detail, clockSkewSeconds });
  }
}

/** The same for the same key, so that a repetition is the same request; as hard to foresee as the key. */
function nonceFor(idempotencyKey: string): string {
  return createHash('sha256').update(`tessera-nonce/1\n${idempotencyKey}`).digest('base64url').slice(0, 22);
}

/** LIC-006: where a code cannot be sent, a key file needs no network. */
function remedyFor(request: ActivationRequest): Remedy {
  return 'activationCode' in request
    ? {
        code: 'USE_KEY_FILE',
        detail:
          'Access to the internet may be restricted. Activate by key file: order it with the code on a computer with internet access, and verify it here without a network.',
      }
    : {
        code: 'VERIFY_KEY_FILE',
        detail:
          'Access to the internet may be restricted. The key file can be verified here without a network.',
      };
}
