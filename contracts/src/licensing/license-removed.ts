import { event, Field } from '../kit/index.js';
import { MAX_PRODUCT_NAME } from '../limits.js';

export class LicenseRemoved {
  @Field.id() licenseId: string;
  @Field.id({ description: 'Who removed it.' }) userId: string;
  @Field.line({ max: MAX_PRODUCT_NAME }) productName: string;
  @Field.line({ max: 20 }) serialNumber: string;
}

export const licenseRemoved = event({
  subject: 'evt.licensing.license.removed.v1',
  payload: LicenseRemoved,
  summary: 'A license was removed from a company.',
  hearers: ['notifications'],
  live: { kind: 'license.removed', to: 'company' },
});
