import { event, Field } from '../kit/index.js';
import { MAX_PRODUCT_NAME } from '../limits.js';

export class LicenseBlocked {
  @Field.id() licenseId: string;
  @Field.line({ max: MAX_PRODUCT_NAME }) productName: string;
  @Field.line({ max: 20 }) serialNumber: string;
}

export const licenseBlocked = event({
  subject: 'evt.licensing.license.blocked.v1',
  payload: LicenseBlocked,
  summary: 'The vendor blocked a license.',
  hearers: ['notifications'],
  live: { kind: 'license.changed', to: 'company' },
});
