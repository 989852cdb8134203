import { event, IsLine, IsUUID, MaxLength } from '../kit/index.js';
import { MAX_PRODUCT_NAME } from '../limits.js';

export class LicenseBlocked {
  @IsUUID() licenseId: string;
  @IsLine() @MaxLength(MAX_PRODUCT_NAME) productName: string;
  @IsLine() @MaxLength(20) serialNumber: string;
}

export const licenseBlocked = event({
  subject: 'evt.licensing.license.blocked.v1',
  payload: LicenseBlocked,
  summary: 'The vendor blocked a license.',
  consumers: ['notifications'],
  live: { kind: 'license.changed', to: 'company', ids: ['licenseId'] },
});
