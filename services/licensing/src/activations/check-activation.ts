import { timingSafeEqual } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { checkActivation, type CheckActivation, type CheckedActivation } from '@tessera/contracts';
import { coversVersion } from '@tessera/license/format';
import { CONFIG, Handles, type RequestContext } from '@tessera/platform';
import { Catalogue } from '../catalogue/catalogue.js';
import type { Config } from '../config.js';
import type { Activation } from './activation.entity.js';
import type { ActivationWithLicense } from './activations.repository.js';
import { Certificates, fingerprintHashOf } from './certificates.js';
import { KnownActivations } from './batch/index.js';
import { remedyOf, type ReasonCode } from './remedies.js';

const HOUR_MS = 3_600_000;
/** After a no the next check comes sooner, so that a device notices when a block is lifted. */
const RECHECK_AFTER_NO_MS = HOUR_MS;
/** Share of the interval by which checks are spread, so that devices do not all check at the same time. */
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
    const known = await this.activations.get(input.id, input.token);
    const { activation, license } = known;
    // A certificate is for the device that sent the request: a no for a copy does the right device no harm.
    const certified: Activation = { ...activation, fingerprintHash: fingerprintHashOf(input.fingerprint) };
    const codes = await this.reasons(known, certified.fingerprintHash);
    const [refusal] = codes;
    const { nonce } = input;
    return {
      valid: !codes.length,
      reasons: codes.map((code) => ({ code, remedy: remedyOf(code, ctx.language) })),
      license: { status: license.status, expiresAt: license.expiresAt.toISOString() },
      nextCheckAt: this.nextCheck(
        license.readAt,
        codes.length ? RECHECK_AFTER_NO_MS : this.config.CHECK_HOURS * HOUR_MS,
      ),
      certificate: refusal
        ? await this.certificates.signNo(certified, license, { nonce, refusal })
        : await this.certificates.sign(certified, license, nonce),
    };
  }

  private async reasons(
    { activation, license }: ActivationWithLicense,
    fingerprintHash: Buffer,
  ): Promise<ReasonCode[]> {
    const sameDevice = timingSafeEqual(activation.fingerprintHash, fingerprintHash);
    const { versions } = await this.catalogue.get(activation.productId);
    return [
      ...license.flaws,
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
