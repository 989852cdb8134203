import type { LicenseView, ListedStaffLicense, StaffLicenseView } from '@tessera/contracts';
import type { LicenseBlock } from './licenses.repository.js';
import type { License } from './license.entity.js';

/** @param id the entry under which staff asked for it */
export function toStaffView(license: License, id: string): StaffLicenseView {
  return { id, serialNumber: license.serialNumber, status: license.status, ...toBlockView(license) };
}

/** @param view what people of the company see who may not manage licenses, as staff may not */
export const toListedStaffView = (view: LicenseView, block?: LicenseBlock): ListedStaffLicense => ({
  ...view,
  ...toBlockView(block ?? { blockedAt: null, blockReason: null }),
});

const toBlockView = ({ blockedAt, blockReason }: LicenseBlock) => ({
  blockedAt: blockedAt?.toISOString() ?? null,
  blockReason,
});
