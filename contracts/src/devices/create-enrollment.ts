import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';

export class CreateEnrollment {
  @Field.integer({
    min: 1,
    max: 1000,
    optional: true,
    description: 'How many devices may join with the code; 1 by default.',
  })
  maxUses?: number;
}

export class EnrollmentView {
  @Field.id({ optional: true, description: 'By which it is withdrawn.' }) id?: string;
  @Field.line({ max: 40, description: 'Shown once: only its hash is kept.' }) code: string;
  @Field.line({ max: 500, description: 'A page that explains how to join; it has the code in its fragment.' })
  url: string;
  @Field.time() expiresAt: string;
}

/** What people get: the gateway draws the code. */
export class DrawnEnrollment extends EnrollmentView {
  @Field.text({ max: 20_000, description: 'The url as a QR code: PNG as a data URL.' }) qr: string;
}

export const createEnrollment = request({
  subject: 'rpc.devices.enrollment.create.v1',
  request: CreateEnrollment,
  reply: EnrollmentView,
  errors: { TOO_MANY_USES: 'unprocessable' },
  summary: 'Make a code with which devices join the account.',
  access: access.company('devices.manage'),
});
