import { Injectable } from '@nestjs/common';
import { arrayLiteral, repositoryOf, type Db } from '@tessera/platform';
import { Company } from './company.entity.js';
import { Person } from './person.entity.js';

/** The names that identity has told. */
@Injectable()
export class NamesRepository {
  /** @param freshFor an interval of Postgres */
  async person(id: string, freshFor: string, db: Db): Promise<{ name: string; fresh: boolean } | null> {
    const [row] = await db.query<{ name: string; fresh: boolean }>(
      `select name, fetched_at > now() - $2::interval as fresh from person where id = $1`,
      [id, freshFor],
    );
    return row ?? null;
  }

  async rememberPerson(id: string, name: string, db: Db): Promise<void> {
    await repositoryOf(db, Person).upsert({ id, name, fetchedAt: () => 'now()' }, ['id']);
  }

  async company(id: string, db: Db): Promise<string | null> {
    return (await repositoryOf(db, Company).findOneBy({ id }))?.name ?? null;
  }

  /** @param names by id */
  async rememberCompanies(names: ReadonlyMap<string, string>, db: Db): Promise<void> {
    await db.query(
      `insert into company (id, name) select * from unnest($1::uuid[], $2::text[])
       on conflict (id) do update set name = excluded.name`,
      [arrayLiteral([...names.keys()]), [...names.values()]],
    );
  }
}
