import { Injectable } from '@nestjs/common';
import { refuse, repositoryOf, SecurityEvents, type Db, type Tx } from '@tessera/platform';
import { PERSON_COLUMNS, PERSON_JOINS, type Person } from './person.js';
import { User } from './user.entity.js';

/** Accounts, across companies: an account is a person's, not a company's. */
@Injectable()
export class Users {
  constructor(private readonly security: SecurityEvents) {}

  async person(userId: string, db: Db): Promise<Person> {
    const [person] = await db.query<Person>(
      `select ${PERSON_COLUMNS} from user_account u ${PERSON_JOINS} where u.id = $1`,
      [userId],
    );
    return person ?? refuse('NOT_FOUND');
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
}
