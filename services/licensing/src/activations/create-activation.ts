import { createActivation, type CreateActivation, type CreatedActivation } from '@tessera/contracts';
import { Handles, type RequestContext } from '@tessera/platform';
import { FailedCodeLimiter } from '../codes/failed-code-limiter.js';
import { LicenseCredentials } from '../codes/license-credential.js';
import { BatchedActivations } from './batch/index.js';
import { fingerprintHashOf } from './certificates.js';

@Handles(createActivation)
export class CreateActivationHandler {
  constructor(
    private readonly activations: BatchedActivations,
    private readonly failedCodes: FailedCodeLimiter,
    private readonly credentials: LicenseCredentials,
  ) {}

  handle(input: CreateActivation, ctx: RequestContext): Promise<CreatedActivation> {
    return this.failedCodes.guardBatched(ctx, async (counters) =>
      this.activations.create({
        ctx,
        input,
        counters,
        credential: this.credentials.read(input),
        fingerprintHash: fingerprintHashOf(input.fingerprint),
      }),
    );
  }
}
