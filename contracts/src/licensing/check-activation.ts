import {
  Describe,
  IsBoolean,
  IsInstant,
  IsLine,
  IsNullable,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  Nested,
  NestedList,
  request,
} from '../kit/index.js';
import { access } from '../access.js';
import { ActivatedLicense } from './create-activation.js';

export class CheckActivation {
  @IsUUID() id: string;
  @IsOptional()
  @IsLine()
  @MaxLength(200)
  @Describe('The activation token, from the Authorization header.')
  token?: string;
  @IsLine() @MinLength(1) @MaxLength(256) fingerprint: string;
  @IsLine()
  @MinLength(1)
  @MaxLength(128)
  @Describe('Unique to this check; the certificate repeats it.')
  nonce: string;
}

export class CheckReason {
  @IsLine() @MaxLength(60) code: string;
  @IsLine() @MaxLength(500) @Describe("What to do about it, in the caller's language.") remedy: string;
}

export class CheckedActivation {
  @IsBoolean() valid: boolean;
  @NestedList(() => CheckReason, 20)
  @Describe('Every reason at once; empty when valid.')
  reasons: CheckReason[];
  @Nested(() => ActivatedLicense) license: ActivatedLicense;
  @IsInstant() nextCheckAt: string;
  @IsNullable()
  @IsString()
  @MaxLength(16_384)
  @Describe(
    'Signed, a no as well as a yes; store it in place of the one before. null only for a no that cannot be signed.',
  )
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
