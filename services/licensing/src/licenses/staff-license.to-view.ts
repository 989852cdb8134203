import type { LicenseView, ListedStaffLicense, StaffLicenseView } from '@tessera/contracts';
import type { License } from './license.entity.js';

/** @param id of the entry in the request */
export function toStaffView(license: License, id: string): StaffLicenseView {
  return { id, serialNumber: license.serialNumber, status: license.status, ...toBlockView(license) };
}

/** @param view with the code masked, as for people of the company without the right to manage licenses */
export const toListedStaffView = (view: LicenseView, license: License): ListedStaffLicense => ({
  ...view,
  ...toBlockView(license),
});

const toBlockView = ({ blockedAt, blockReason }: License) => ({
  blockedAt: blockedAt?.toISOString() ?? null,
  blockReason,
});
