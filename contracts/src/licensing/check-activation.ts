import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';
import { ActivatedLicense } from './create-activation.js';

export class CheckActivation {
  @Field.id() id: string;
  @Field.line({
    max: 200,
    optional: true,
    description: 'The activation token, from the Authorization header.',
  })
  token?: string;
  @Field.line({ min: 1, max: 256 }) fingerprint: string;
  @Field.line({ min: 1, max: 128, description: 'Unique to this check; the certificate repeats it.' })
  nonce: string;
}

export class CheckReason {
  @Field.line({ max: 60 }) code: string;
  @Field.line({ max: 500, description: "What to do about it, in the caller's language." }) remedy: string;
}

export class CheckedActivation {
  @Field.flag() valid: boolean;
  @Field.list(() => CheckReason, { maxItems: 20, description: 'Every reason at once; empty when valid.' })
  reasons: CheckReason[];
  @Field.object(() => ActivatedLicense) license: ActivatedLicense;
  @Field.time() nextCheckAt: string;
  @Field.text({
    max: 16_384,
    nullable: true,
    description:
      'Signed, a no as well as a yes; store it in place of the one before. null only for a no that cannot be signed.',
  })
  certificate: string | null;
}

export const checkActivation = request({
  subject: 'rpc.licensing.activation.check.v1',
  request: CheckActivation,
  reply: CheckedActivation,
  // An earlier token of this activation: the device has activated again since.
  errors: { TOKEN_REPLACED: 'unauthenticated' },
  summary: 'Ask whether an activation still holds.',
  access: access.anybody,
  idempotent: true,
});
