import { Describe, event, IsBoolean, IsInstant, IsLine, IsUUID, MaxLength } from '../kit/index.js';
import { MAX_PRODUCT_NAME } from '../limits.js';

export class LicenseAdded {
  @IsUUID() licenseId: string;
  @IsUUID() @Describe('Who added it.') userId: string;
  @IsLine() @MaxLength(MAX_PRODUCT_NAME) productName: string;
  @IsLine() @MaxLength(20) serialNumber: string;
  @IsInstant() expiresAt: string;
  @IsBoolean() @Describe('Added while the company was founded.') atRegistration: boolean;
}

export const licenseAdded = event({
  subject: 'evt.licensing.license.added.v1',
  payload: LicenseAdded,
  summary: 'A license was added to a company.',
  consumers: ['notifications'],
  live: { kind: 'license.added', to: 'company', ids: ['licenseId', 'userId'] },
});
