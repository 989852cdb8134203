import { Injectable } from '@nestjs/common';
import { columns, Database, hydrate, NO_GENERIC_PLAN } from '@tessera/platform';
import { Membership } from '../users/membership.entity.js';
import { User } from '../users/user.entity.js';
import { Company } from './company.entity.js';

export interface CompanyFilter {
  /** Part of a name, folded, and of an address. */
  search: { name: string; address: string } | null;
  country: string | null;
  /** Key and id of the last one shown. */
  after: readonly [key: string, id: string] | null;
}

export interface OwnedCompany {
  company: Company;
  owner: User | null;
}
export interface CompanyMember {
  user: User;
  membership: Membership;
}

const KEY = `c.search_key collate "C"`;
const WITH_OWNER = `
  company c left join membership o on o.company_id = c.id and o.role = 'owner'
            left join user_account u on u.id = o.user_id`;
const NAMED_USER = columns(User, 'u', ['id', 'email', 'firstName', 'lastName']);
const OWNED_COMPANY = `${columns(Company, 'c')}, ${NAMED_USER}, u.id as "ownerId"`;
const toOwnedCompany = (row: object): OwnedCompany => ({
  company: hydrate(Company, row),
  owner: (row as { ownerId: string | null }).ownerId ? hydrate(User, row) : null,
});

/** Companies as the vendor's people see them: all. The contracts require the role. */
@Injectable()
export class CompanyLookup {
  constructor(private readonly database: Database) {}

  /**
   * By name. What matches by name and what matches by an address are read apart, each by the index that fits it, and only
   * then put together; a condition with "or" could use neither.
   */
  async list({ search, country, after }: CompanyFilter, count: number): Promise<OwnedCompany[]> {
    const values: unknown[] = [count];
    const add = (value: unknown) => `$${values.push(value)}`;
    const conditions = [
      'c.search_key is not null',
      ...(country ? [`c.country = ${add(country)}`] : []),
      ...(after ? [`(${KEY}, c.id) > (${add(after[0])}, ${add(after[1])}::uuid)`] : []),
    ];
    const matching = (more: string[]) =>
      `(select c.id from company c where ${['true', ...conditions, ...more].join(' and ')}
         order by ${KEY}, c.id limit $1)`;
    const found = search ? matchesOf(search, add).map((match) => matching([match])) : [matching([])];
    const rows = await this.database.query(
      `${NO_GENERIC_PLAN} select ${OWNED_COMPANY} from ${WITH_OWNER} where c.id in (${found.join(' union ')})
        order by ${KEY}, c.id limit $1`,
      values,
    );
    return rows.map(toOwnedCompany);
  }

  async find(id: string): Promise<(OwnedCompany & { memberCount: number }) | null> {
    const [row] = await this.database.query<{ memberCount: number }>(
      `select ${OWNED_COMPANY}, (select count(*)::int from membership where company_id = c.id) as "memberCount"
         from ${WITH_OWNER} where c.id = $1`,
      [id],
    );
    return row ? { ...toOwnedCompany(row), memberCount: row.memberCount } : null;
  }

  /** In the order in which their accounts were made. @param after id of the last one shown */
  async members(companyId: string, after: string | null, count: number): Promise<CompanyMember[]> {
    const rows = await this.database.query(
      `select ${NAMED_USER}, ${columns(Membership, 'm')}
         from membership m join user_account u on u.id = m.user_id
        where m.company_id = $1 and ($2::uuid is null or m.user_id > $2::uuid)
        order by m.user_id limit $3`,
      [companyId, after, count],
    );
    return rows.map((row) => ({ user: hydrate(User, row), membership: hydrate(Membership, row) }));
  }

  async withoutSearchKey(count: number): Promise<Company[]> {
    const rows = await this.database.query(
      `select ${columns(Company)} from company where search_key is null limit $1`,
      [count],
    );
    return rows.map((row) => hydrate(Company, row));
  }

  async setSearchKeys(keys: readonly { id: string; searchKey: string }[]): Promise<void> {
    await this.database.query(
      `update company c set search_key = k.key from unnest($1::uuid[], $2::text[]) as k (id, key)
        where c.id = k.id and c.search_key is null`,
      [keys.map((k) => k.id), keys.map((k) => k.searchKey)],
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
