import { event, Field } from '../kit/index.js';
import { MAX_PRODUCT_NAME } from '../limits.js';

export class LicenseAdded {
  @Field.id() licenseId: string;
  @Field.id({ description: 'Who added it.' }) userId: string;
  @Field.line({ max: MAX_PRODUCT_NAME }) productName: string;
  @Field.line({ max: 20 }) serialNumber: string;
  @Field.time() expiresAt: string;
  @Field.flag({ description: 'Added while the company was founded.' }) atRegistration: boolean;
}

export const licenseAdded = event({
  subject: 'evt.licensing.license.added.v1',
  payload: LicenseAdded,
  summary: 'A license was added to a company.',
  hearers: ['notifications'],
  live: { kind: 'license.added', to: 'company' },
});
