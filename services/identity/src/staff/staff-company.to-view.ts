import {
  displayEmail,
  type StaffCompanyDetails,
  type StaffCompanyUser,
  type StaffCompanyView,
} from '@tessera/contracts';
import type { CompanyRow, CompanyUserRow } from './staff-companies.js';

export const toStaffCompanyView = (row: CompanyRow): StaffCompanyView => ({
  id: row.id,
  name: row.name,
  country: row.country,
  createdAt: row.createdAt.toISOString(),
  owner:
    row.ownerId === null
      ? null
      : {
          id: row.ownerId,
          name: fullName(row.ownerFirstName, row.ownerLastName),
          email: displayEmail(row.ownerEmail),
        },
});

export const toStaffCompanyDetails = (row: CompanyRow & { memberCount: number }): StaffCompanyDetails => ({
  ...toStaffCompanyView(row),
  memberCount: row.memberCount,
});

export const toStaffCompanyUser = (row: CompanyUserRow): StaffCompanyUser => ({
  id: row.id,
  name: fullName(row.firstName, row.lastName),
  email: displayEmail(row.email),
  role: row.role,
  joinedAt: row.joinedAt.toISOString(),
});

const fullName = (first: string, last: string): string => `${first} ${last}`.trim();
