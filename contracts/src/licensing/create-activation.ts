import {
  Describe,
  ExactlyOne,
  IsIn,
  IsInstant,
  IsLine,
  IsName,
  IsOptional,
  IsString,
  IsUUID,
  IsVerbatim,
  MaxLength,
  MinLength,
  Nested,
  request,
} from '../kit/index.js';
import { MAX_PRODUCT_VERSION, MAX_SEAT_NAME } from '../limits.js';
import { access } from '../access.js';
import { codeErrors } from './code-errors.js';
import { licenseStatuses } from './license.view.js';

export class ActivatingApplication {
  @IsUUID() @Describe("The application's product.") product: string;
  @IsName()
  @MaxLength(MAX_PRODUCT_VERSION)
  @Describe('A listed version covers itself and those below it, segment by segment: 12.6 covers 12.6.1.')
  version: string;
}

@ExactlyOne('activationCode', 'keyFile')
export class CreateActivation {
  @IsOptional() @IsVerbatim() @MaxLength(512) activationCode?: string;
  @IsOptional() @IsVerbatim() @MaxLength(20_000) keyFile?: string;
  @IsLine()
  @MinLength(1)
  @MaxLength(256)
  @Describe('What makes the device the same one next time.')
  fingerprint: string;
  @Nested(() => ActivatingApplication) application: ActivatingApplication;
  @IsName() @MaxLength(MAX_SEAT_NAME) deviceName: string;
  @IsOptional()
  @IsLine()
  @MinLength(1)
  @MaxLength(128)
  @Describe(
    'Unique to this activation; the certificate repeats it, so that it is known to be new without a clock.',
  )
  nonce?: string;
}

export class ActivatedLicense {
  @IsIn(licenseStatuses) status: (typeof licenseStatuses)[number];
  @IsInstant() expiresAt: string;
}

export class CreatedActivation {
  @IsUUID() id: string;
  @IsLine() @MaxLength(200) @Describe('Secret of the application; replaces an earlier one.') token: string;
  @Nested(() => ActivatedLicense) license: ActivatedLicense;
  @IsString()
  @MaxLength(16_384)
  @Describe('Signed; valid offline until its own validUntil.')
  certificate: string;
}

export const createActivation = request({
  subject: 'rpc.licensing.activation.create.v1',
  request: CreateActivation,
  reply: CreatedActivation,
  errors: {
    ...codeErrors,
    SEAT_LIMIT_REACHED: 'conflict',
    LICENSE_NOT_STARTED: 'unprocessable',
    PRODUCT_NOT_COVERED: 'unprocessable',
    VERSION_NOT_COVERED: 'unprocessable',
    KEY_FILE_REQUIRED: 'unprocessable',
  },
  summary: 'Activate an application on a device; takes a seat, the same one for the same device.',
  access: access.anybody,
});
