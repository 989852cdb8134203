import { displayEmail, type StaffRole, type StaffUserView } from '@tessera/contracts';
import type { User } from '../users/user.entity.js';

export const toStaffUserView = (user: User): StaffUserView => ({
  id: user.id,
  email: displayEmail(user.email),
  firstName: user.firstName,
  lastName: user.lastName,
  role: user.staffRole as StaffRole,
  partnerId: user.partnerId,
  activated: user.activatedAt !== null,
  createdAt: user.createdAt.toISOString(),
});
