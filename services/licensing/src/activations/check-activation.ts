import { timingSafeEqual } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { checkActivation, type CheckActivation, type CheckedActivation } from '@tessera/contracts';
import { coversVersion } from '@tessera/license/format';
import { CONFIG, Handles, type RequestContext } from '@tessera/platform';
import { Catalogue } from '../catalogue/catalogue.js';
import type { Config } from '../config.js';
import { Certificates, fingerprintHashOf } from './certificates.js';
import { KnownActivations, type KnownActivation } from './batch/known-activations.js';
import { remedyOf, type ReasonCode } from './remedies.js';

const HOUR = 3_600_000;
/** Who may not go on asks sooner, so that a block that was lifted is noticed. */
const SOON = HOUR;
/** Share of the interval by which checks are spread, so that devices do not all ask at once. */
const JITTER = 0.1;

/** Writes nothing: a check is a read, however many there are. */
@Handles(checkActivation)
export class CheckActivationHandler {
  constructor(
    private readonly activations: KnownActivations,
    private readonly certificates: Certificates,
    private readonly catalogue: Catalogue,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(input: CheckActivation, ctx: RequestContext): Promise<CheckedActivation> {
    const activation = await this.activations.get(input.id, input.token);
    const { license } = activation;
    // What is certified is certified for the device that asks: a no for a copy does the right device no harm.
    const asking = { ...activation, fingerprintHash: fingerprintHashOf(input.fingerprint) };
    const codes = await this.reasons(activation, asking.fingerprintHash);
    const [refusal] = codes;
    const { nonce } = input;
    return {
      valid: !codes.length,
      reasons: codes.map((code) => ({ code, remedy: remedyOf(code, ctx.language) })),
      license: { status: license.status, expiresAt: license.expiresAt.toISOString() },
      nextCheckAt: this.nextCheck(license.readAt, codes.length ? SOON : this.config.CHECK_HOURS * HOUR),
      certificate: refusal
        ? await this.certificates.signNo(asking, license, { nonce, refusal })
        : await this.certificates.sign(asking, license, nonce),
    };
  }

  private async reasons(activation: KnownActivation, fingerprintHash: Buffer): Promise<ReasonCode[]> {
    const sameDevice = timingSafeEqual(activation.fingerprintHash, fingerprintHash);
    const { versions } = await this.catalogue.get(activation.productId);
    return [
      ...activation.license.flaws,
      ...(activation.endedAt ? (['ACTIVATION_ENDED'] as const) : []),
      ...(sameDevice ? [] : (['FINGERPRINT_MISMATCH'] as const)),
      ...(coversVersion(versions, activation.applicationVersion) ? [] : (['VERSION_NOT_COVERED'] as const)),
    ];
  }

  private nextCheck(now: Date, interval: number): string {
    const spread = 1 + JITTER * (2 * Math.random() - 1);
    return new Date(now.getTime() + interval * spread).toISOString();
  }
}
