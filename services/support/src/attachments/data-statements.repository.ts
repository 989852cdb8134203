import { Injectable } from '@nestjs/common';
import { repositoryOf, type Db, type Tx } from '@tessera/platform';
import { DataStatement } from './data-statement.entity.js';

/** Which people have accepted the statement about the data in attachments (SUP-044). */
@Injectable()
export class DataStatementsRepository {
  accepted(userId: string, db: Db): Promise<boolean> {
    return repositoryOf(db, DataStatement).existsBy({ userId });
  }

  async accept(userId: string, tx: Tx): Promise<void> {
    await repositoryOf(tx, DataStatement)
      .createQueryBuilder()
      .insert()
      .values({ userId })
      .orIgnore()
      .execute();
  }
}
