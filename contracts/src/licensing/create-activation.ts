import { Field, request } from '../kit/index.js';
import { MAX_PRODUCT_VERSION, MAX_SEAT_NAME } from '../limits.js';
import { access } from '../identity/rights.js';
import { codeErrors } from './code-errors.js';
import { licenseStatuses } from './license.view.js';

export class ActivatingApplication {
  @Field.id({ description: "The application's product." }) product: string;
  @Field.name({
    max: MAX_PRODUCT_VERSION,
    description: 'A listed version covers itself and those below it, segment by segment: 12.6 covers 12.6.1.',
  })
  version: string;
}

/** Exactly one of `activationCode` and `keyFile`. */
export class CreateActivation {
  @Field.verbatim({ max: 512, optional: true }) activationCode?: string;
  @Field.verbatim({ max: 20_000, optional: true }) keyFile?: string;
  @Field.line({ min: 1, max: 256, description: 'What makes the device the same one next time.' })
  fingerprint: string;
  @Field.object(() => ActivatingApplication) application: ActivatingApplication;
  @Field.name({ max: MAX_SEAT_NAME }) deviceName: string;
  @Field.line({
    min: 1,
    max: 128,
    optional: true,
    description:
      'Unique to this activation; the certificate repeats it, so that it is known to be new without a clock.',
  })
  nonce?: string;
}

export class ActivatedLicense {
  @Field.oneOf(licenseStatuses) status: (typeof licenseStatuses)[number];
  @Field.time() expiresAt: string;
}

export class CreatedActivation {
  @Field.id() id: string;
  @Field.line({ max: 200, description: 'Secret of the application; replaces an earlier one.' }) token: string;
  @Field.object(() => ActivatedLicense) license: ActivatedLicense;
  @Field.text({ max: 16_384, description: 'Signed; valid offline until its own validUntil.' })
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
