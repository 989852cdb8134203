import { Describe, event, IsLine, IsUUID, MaxLength } from '../kit/index.js';
import { MAX_PRODUCT_NAME } from '../limits.js';

export class LicenseRemoved {
  @IsUUID() licenseId: string;
  @IsUUID() @Describe('Who removed it.') userId: string;
  @IsLine() @MaxLength(MAX_PRODUCT_NAME) productName: string;
  @IsLine() @MaxLength(20) serialNumber: string;
}

export const licenseRemoved = event({
  subject: 'evt.licensing.license.removed.v1',
  payload: LicenseRemoved,
  summary: 'A license was removed from a company.',
  consumers: ['notifications'],
  live: { kind: 'license.removed', to: 'company', ids: ['licenseId', 'userId'] },
});
