import type { LicenseView, ListedStaffLicense, StaffLicenseView } from '@tessera/contracts';
import type { License } from './license.entity.js';

/** @param id the entry under which staff asked for it */
export function toStaffView(license: License, id: string): StaffLicenseView {
  return { id, serialNumber: license.serialNumber, status: license.status, ...toBlockView(license) };
}

/** @param view what people of the company see who may not manage licenses, as staff may not */
export const toListedStaffView = (view: LicenseView, license: License): ListedStaffLicense => ({
  ...view,
  ...toBlockView(license),
});

const toBlockView = ({ blockedAt, blockReason }: License) => ({
  blockedAt: blockedAt?.toISOString() ?? null,
  blockReason,
});
