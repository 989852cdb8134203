import {
  displayEmail,
  type StaffCompanyDetails,
  type StaffCompanyUser,
  type StaffCompanyView,
} from '@tessera/contracts';
import type { CompanyMember, OwnedCompany } from '../companies/company-lookup.repository.js';
import type { User } from '../users/user.entity.js';

export const toStaffCompanyView = ({ company, owner }: OwnedCompany): StaffCompanyView => ({
  id: company.id,
  name: company.name,
  country: company.country,
  createdAt: company.createdAt.toISOString(),
  owner: owner && { id: owner.id, name: nameOf(owner), email: displayEmail(owner.email) },
});

export const toStaffCompanyDetails = (
  company: OwnedCompany & { memberCount: number },
): StaffCompanyDetails => ({
  ...toStaffCompanyView(company),
  memberCount: company.memberCount,
});

export const toStaffCompanyUser = ({ user, membership }: CompanyMember): StaffCompanyUser => ({
  id: user.id,
  name: nameOf(user),
  email: displayEmail(user.email),
  role: membership.role,
  joinedAt: membership.joinedAt.toISOString(),
});

const nameOf = ({ firstName, lastName }: User): string => `${firstName} ${lastName}`.trim();
