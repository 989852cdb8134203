import type { Contact } from '@tessera/contracts';
import { roleOf, type Person } from './person.js';

/** Of messages to people who have chosen no language. */
const DEFAULT_LANGUAGE = 'en';

export const toContact = (p: Person): Contact => ({
  userId: p.userId,
  companyId: p.companyId,
  email: p.email,
  firstName: p.firstName,
  lastName: p.lastName,
  language: p.language ?? DEFAULT_LANGUAGE,
  role: roleOf(p),
});
