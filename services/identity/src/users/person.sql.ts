import { columns, hydrate } from '@tessera/platform';
import { Company } from '../companies/company.entity.js';
import { Membership } from './membership.entity.js';
import type { Person } from './person.js';
import { User } from './user.entity.js';

const USER_OF_PERSON = [
  'id',
  'email',
  'emailKey',
  'firstName',
  'lastName',
  'country',
  'language',
  'staffRole',
  'partnerId',
  'version',
] as const;

/** Of `user_account u`, and what {@link PERSON_JOINS} adds to it. */
export const PERSON_COLUMNS = [
  columns(User, 'u', USER_OF_PERSON),
  columns(Membership, 'm', ['companyId', 'role', 'rights']),
  columns(Company, 'c', ['name']),
].join(', ');

export const PERSON_JOINS = `
  left join membership m on m.user_id = u.id
  left join company c on c.id = m.company_id`;

export function toPerson(row: object): Person {
  const user = hydrate(User, row);
  const { companyId, role, rights } = hydrate(Membership, row);
  return {
    userId: user.id,
    email: user.email,
    emailKey: user.emailKey,
    firstName: user.firstName,
    lastName: user.lastName,
    country: user.country,
    language: user.language,
    staffRole: user.staffRole,
    partnerId: user.partnerId,
    version: user.version,
    companyId,
    companyName: hydrate(Company, row).name,
    memberRole: role,
    granted: rights,
  };
}
