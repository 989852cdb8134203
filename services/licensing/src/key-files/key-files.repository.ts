import { Injectable } from '@nestjs/common';
import { repositoryOf, type Db, type Tx } from '@tessera/platform';
import type { License } from '../licenses/license.entity.js';
import { LicenseOrder } from '../orders/license-order.entity.js';
import { KeyFileOrder } from './key-file-order.entity.js';
import { KeyFile } from './key-file.entity.js';

@Injectable()
export class KeyFilesRepository {
  find(entryId: string, db: Db): Promise<KeyFile | null> {
    return repositoryOf(db, KeyFile).findOneBy({ entryId });
  }

  /** @returns the file that the entry has from now on: this one, or one that was inserted before */
  async insert(file: Omit<KeyFile, 'signedAt'>, db: Db): Promise<KeyFile> {
    const insertion = repositoryOf(db, KeyFile).createQueryBuilder().insert();
    await insertion
      .values(file as never)
      .orIgnore()
      .execute();
    return repositoryOf(db, KeyFile).findOneByOrFail({ entryId: file.entryId });
  }

  /** What the license was sold by. */
  orderOf({ orderId }: License, db: Db): Promise<LicenseOrder> {
    return repositoryOf(db, LicenseOrder).findOneByOrFail({ id: orderId });
  }

  async insertOrder(order: Omit<KeyFileOrder, 'orderedAt'>, tx: Tx): Promise<void> {
    await repositoryOf(tx, KeyFileOrder).insert(order);
  }

  findOrder(id: string, db: Db): Promise<KeyFileOrder | null> {
    return repositoryOf(db, KeyFileOrder).findOneBy({ id });
  }
}
