import { Injectable } from '@nestjs/common';
import { Database, NO_GENERIC_PLAN } from '@tessera/platform';
import type { MemberRole } from '../users/membership.entity.js';

export interface CompanyFilter {
  /** Part of a name, folded, and of an address. */
  search: { name: string; address: string } | null;
  country: string | null;
  /** Key and id of the last one shown. */
  after: readonly [key: string, id: string] | null;
}

export interface CompanyRow {
  id: string;
  name: string;
  country: string;
  createdAt: Date;
  /** What the list is sorted by. */
  key: string;
  ownerId: string | null;
  ownerEmail: string;
  ownerFirstName: string;
  ownerLastName: string;
}

export interface CompanyUserRow {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  role: MemberRole;
  joinedAt: Date;
}

const key = `c.search_key collate "C"`;
const columns = `
  c.id, c.name, c.country, c.created_at as "createdAt", ${key} as key, u.id as "ownerId", u.email as "ownerEmail",
  u.first_name as "ownerFirstName", u.last_name as "ownerLastName"`;
const withOwner = `
  company c left join membership o on o.company_id = c.id and o.role = 'owner'
            left join user_account u on u.id = o.user_id`;

/** Companies as the vendor's people see them: all. The contracts require the role. */
@Injectable()
export class StaffCompanies {
  constructor(private readonly database: Database) {}

  /**
   * By name, so many. What matches by name and what matches by an address are read apart, each by the index that fits
   * it, and only then put together; a condition with "or" could use neither.
   */
  list({ search, country, after }: CompanyFilter, count: number): Promise<CompanyRow[]> {
    const values: unknown[] = [count];
    const add = (value: unknown) => `$${values.push(value)}`;
    const conditions = [
      'c.search_key is not null',
      ...(country ? [`c.country = ${add(country)}`] : []),
      ...(after ? [`(${key}, c.id) > (${add(after[0])}, ${add(after[1])}::uuid)`] : []),
    ];
    const matching = (more: string[]) =>
      `(select c.id from company c where ${['true', ...conditions, ...more].join(' and ')}
         order by ${key}, c.id limit $1)`;
    const found = search ? matchesOf(search, add).map((match) => matching([match])) : [matching([])];
    return this.database.query<CompanyRow>(
      `${NO_GENERIC_PLAN} select ${columns} from ${withOwner} where c.id in (${found.join(' union ')})
        order by ${key}, c.id limit $1`,
      values,
    );
  }

  async find(id: string): Promise<(CompanyRow & { memberCount: number }) | null> {
    const [row] = await this.database.query<CompanyRow & { memberCount: number }>(
      `select ${columns}, (select count(*)::int from membership where company_id = c.id) as "memberCount"
         from ${withOwner} where c.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** In the order in which their accounts were made. @param after id of the last one shown */
  users(companyId: string, after: string | null, count: number): Promise<CompanyUserRow[]> {
    return this.database.query<CompanyUserRow>(
      `select u.id, u.email, u.first_name as "firstName", u.last_name as "lastName", m.role, m.joined_at as "joinedAt"
         from membership m join user_account u on u.id = m.user_id
        where m.company_id = $1 and ($2::uuid is null or m.user_id > $2::uuid)
        order by m.user_id limit $3`,
      [companyId, after, count],
    );
  }
}

const matchesOf = (
  { name, address }: { name: string; address: string },
  add: (value: unknown) => string,
): string[] => [
  `c.search_key like ${add(pattern(name))}`,
  `c.id in (select m.company_id from membership m join user_account u on u.id = m.user_id
             where u.email_key like ${add(pattern(address))})`,
];

/** The words as they stand, anywhere. */
const pattern = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;
