import { event, Field } from '../kit/index.js';

export class LicenseBlocked {
  @Field.id() licenseId: string;
  @Field.line({ max: 200 }) productName: string;
  @Field.line({ max: 20 }) serialNumber: string;
}

export const licenseBlocked = event({
  subject: 'evt.licensing.license.blocked.v1',
  payload: LicenseBlocked,
  summary: 'The vendor blocked a license.',
  hearers: ['notifications'],
  live: { kind: 'license.changed', to: 'company' },
});
