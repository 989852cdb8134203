import {
  Describe,
  IsIn,
  IsInstant,
  IsLine,
  IsNullable,
  IsString,
  IsText,
  IsUUID,
  MaxLength,
  request,
} from '../kit/index.js';
import { MAX_REASON } from '../limits.js';
import { access } from '../access.js';
import { licenseStatuses } from './license.view.js';

export class BlockLicense {
  @IsUUID() @Describe('Any entry of the license; all entries of the code are blocked.') id: string;
  @IsText() @MaxLength(MAX_REASON) @Describe('Goes into the audit log.') reason: string;
}

export class StaffLicenseView {
  @IsUUID() id: string;
  @IsLine() @MaxLength(20) serialNumber: string;
  @IsIn(licenseStatuses) status: (typeof licenseStatuses)[number];
  @IsNullable() @IsInstant() blockedAt: string | null;
  @IsNullable() @IsString() @MaxLength(MAX_REASON) blockReason: string | null;
}

export const blockLicense = request({
  subject: 'rpc.licensing.license.block.v1',
  request: BlockLicense,
  reply: StaffLicenseView,
  summary: 'Block a license. Blocking again changes nothing.',
  access: access.staff('license-admin', 'platform-admin'),
});
