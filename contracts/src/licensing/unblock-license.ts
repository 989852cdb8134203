import { Describe, IsText, IsUUID, MaxLength, request } from '../kit/index.js';
import { MAX_REASON } from '../limits.js';
import { access } from '../access.js';
import { StaffLicenseView } from './block-license.js';

export class UnblockLicense {
  @IsUUID() id: string;
  @IsText() @MaxLength(MAX_REASON) @Describe('Goes into the audit log.') reason: string;
}

export const unblockLicense = request({
  subject: 'rpc.licensing.license.unblock.v1',
  request: UnblockLicense,
  reply: StaffLicenseView,
  summary: 'Lift the block of a license.',
  access: access.staff('license-admin', 'platform-admin'),
});
