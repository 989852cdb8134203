import { Injectable } from '@nestjs/common';
import { repositoryOf, uuidv7, type Db, type Tx } from '@tessera/platform';
import { FormerPassword } from './former-password.entity.js';

@Injectable()
export class FormerPasswordsRepository {
  newest(userId: string, count: number, db: Db): Promise<FormerPassword[]> {
    return repositoryOf(db, FormerPassword).find({ where: { userId }, order: { id: 'DESC' }, take: count });
  }

  /** Adds one and keeps only the newest. */
  async add(userId: string, hash: string, kept: number, tx: Tx): Promise<void> {
    await repositoryOf(tx, FormerPassword).insert({ id: uuidv7(), userId, hash });
    await tx.query(
      `delete from password_history where user_id = $1 and id not in
         (select id from password_history where user_id = $1 order by id desc limit $2)`,
      [userId, kept],
    );
  }
}
