import { Field, request } from '../kit/index.js';
import { MAX_REASON } from '../limits.js';
import { access } from '../identity/rights.js';
import { licenseStatuses } from './license.view.js';

export class BlockLicense {
  @Field.id({ description: 'Any entry of the license; all entries of the code are blocked.' }) id: string;
  @Field.prose({ max: MAX_REASON, description: 'Goes into the audit log.' }) reason: string;
}

export class StaffLicenseView {
  @Field.id() id: string;
  @Field.line({ max: 20 }) serialNumber: string;
  @Field.oneOf(licenseStatuses) status: (typeof licenseStatuses)[number];
  @Field.time({ nullable: true }) blockedAt: string | null;
  @Field.text({ max: MAX_REASON, nullable: true }) blockReason: string | null;
}

export const blockLicense = request({
  subject: 'rpc.licensing.license.block.v1',
  request: BlockLicense,
  reply: StaffLicenseView,
  summary: 'Block a license. Blocking again changes nothing.',
  access: access.staff('license-admin', 'platform-admin'),
});
