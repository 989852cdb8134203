import { timingSafeEqual } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { checkActivation, type CheckActivation, type CheckedActivation } from '@tessera/contracts';
import { CONFIG, Handles, type RequestContext } from '@tessera/platform';
import type { Config } from '../config.js';
import { Certificates, fingerprintHashOf } from './certificates.js';
import { KnownActivations } from './known-activations.js';
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
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(input: CheckActivation, ctx: RequestContext): Promise<CheckedActivation> {
    const activation = await this.activations.get(input.id, input.token);
    const { license } = activation;
    const sameDevice = timingSafeEqual(activation.fingerprintHash, fingerprintHashOf(input.fingerprint));
    const codes: ReasonCode[] = [
      ...license.flaws,
      ...(activation.endedAt ? (['ACTIVATION_ENDED'] as const) : []),
      ...(sameDevice ? [] : (['FINGERPRINT_MISMATCH'] as const)),
    ];
    // A certificate tells only the license's state, so for a device without a seat there is none: it would say yes.
    const certifiable = sameDevice && !activation.endedAt && !codes.includes('LICENSE_NOT_STARTED');
    return {
      valid: !codes.length,
      reasons: codes.map((code) => ({ code, remedy: remedyOf(code, ctx.language) })),
      license: { status: license.status, expiresAt: license.expiresAt.toISOString() },
      nextCheckAt: this.nextCheck(license.readAt, codes.length ? SOON : this.config.CHECK_HOURS * HOUR),
      certificate: certifiable ? await this.certificates.sign(activation, license, input.nonce) : null,
    };
  }

  private nextCheck(now: Date, interval: number): string {
    const spread = 1 + JITTER * (2 * Math.random() - 1);
    return new Date(now.getTime() + interval * spread).toISOString();
  }
}
