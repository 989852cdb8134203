import type { StaffLicenseView } from '@tessera/contracts';
import type { License } from './license.entity.js';

/** @param id the entry under which staff asked for it */
export function toStaffView(license: License, id: string): StaffLicenseView {
  return {
    id,
    serialNumber: license.serialNumber,
    status: license.status,
    blockedAt: license.blockedAt?.toISOString() ?? null,
    blockReason: license.blockReason,
  };
}
