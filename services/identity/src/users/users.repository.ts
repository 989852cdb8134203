import { Injectable } from '@nestjs/common';
import type { Right } from '@tessera/contracts';
import { refuse, repositoryOf, SecurityEvents, type Db, type Tx } from '@tessera/platform';
import { PERSON_COLUMNS, PERSON_JOINS, toPerson } from './person.sql.js';
import type { Person } from './person.js';
import { User } from './user.entity.js';

export type PersonalDetails = Partial<Record<'firstName' | 'lastName' | 'country' | 'language', string>>;

/** Accounts, across companies: an account is a person's, not a company's. */
@Injectable()
export class UsersRepository {
  constructor(private readonly security: SecurityEvents) {}

  async person(userId: string, db: Db): Promise<Person> {
    const [row] = await db.query(
      `select ${PERSON_COLUMNS} from user_account u ${PERSON_JOINS} where u.id = $1`,
      [userId],
    );
    return row ? toPerson(row) : refuse('NOT_FOUND');
  }

  async byEmail(emailKey: string, db: Db): Promise<User | null> {
    return repositoryOf(db, User).findOneBy({ emailKey });
  }

  async lock(userId: string, tx: Tx): Promise<User> {
    const user = await repositoryOf(tx, User).findOne({
      where: { id: userId },
      lock: { mode: 'pessimistic_write' },
    });
    return user ?? refuse('NOT_FOUND');
  }

  /** @returns false when the address has an account already */
  async insert(user: Partial<User> & Pick<User, 'id' | 'email' | 'emailKey'>, tx: Tx): Promise<boolean> {
    const { raw } = (await repositoryOf(tx, User)
      .createQueryBuilder()
      .insert()
      .values(user)
      .orIgnore()
      .returning('id')
      .execute()) as { raw: unknown[] };
    if (raw.length !== 1) return false;
    const role = user.staffRole ? { role: user.staffRole } : {};
    this.security.noteCommitted('user_created', tx, { targetId: user.id, ...role });
    return true;
  }

  /** Counts the version up, for everything that changes what `/me` shows. */
  async touch(userId: string, tx: Tx): Promise<number> {
    const [row] = await tx.query<{ version: number }>(
      'update user_account set version = version + 1 where id = $1 returning version',
      [userId],
    );
    return row?.version ?? refuse('NOT_FOUND');
  }

  /** Puts the hash in force, which also activates the account. @returns its new version */
  async setPassword(userId: string, hash: string, tx: Tx): Promise<number> {
    const [row] = await tx.query<{ version: number }>(
      `update user_account set password_hash = $2, password_changed_at = now(),
         activated_at = coalesce(activated_at, now()), version = version + 1 where id = $1 returning version`,
      [userId, hash],
    );
    return row?.version ?? refuse('NOT_FOUND');
  }

  /** Changes what is given, and counts the version up. */
  async change(userId: string, changes: PersonalDetails, tx: Tx): Promise<void> {
    const { firstName, lastName, country, language } = changes;
    await tx.query(
      `update user_account set first_name = coalesce($2, first_name), last_name = coalesce($3, last_name),
         country = coalesce($4, country), language = coalesce($5, language), version = version + 1 where id = $1`,
      [userId, firstName ?? null, lastName ?? null, country ?? null, language ?? null],
    );
  }

  /** Members who can sign in. @param right that they must have; an owner has all */
  async contacts(companyId: string, right: Right | null, count: number, db: Db): Promise<Person[]> {
    const rows = await db.query(
      `select ${PERSON_COLUMNS}
         from membership m join user_account u on u.id = m.user_id join company c on c.id = m.company_id
        where m.company_id = $1 and u.activated_at is not null
          and ($2::text is null or m.role = 'owner' or (m.role = 'administrator' and $2 = any(m.rights)))
        order by m.user_id limit $3`,
      [companyId, right, count],
    );
    return rows.map(toPerson);
  }

  /** The vendor's people, newest first. @param before id of the last one shown */
  async staff(before: string | null, limit: number, db: Db): Promise<User[]> {
    const query = repositoryOf(db, User)
      .createQueryBuilder('u')
      .where('u.staffRole is not null')
      .orderBy('u.id', 'DESC')
      .limit(limit);
    if (before) query.andWhere('u.id < :before', { before });
    return query.getMany();
  }

  /** All of one role; no other instance gets them until this transaction ends. */
  async holdStaff(role: string, tx: Tx): Promise<User[]> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('tessera:bootstrap-admin', 0))`);
    return repositoryOf(tx, User).findBy({ staffRole: role });
  }
}
