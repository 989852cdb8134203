import { Injectable } from '@nestjs/common';
import type { RequestCategory, StatusFilter } from '@tessera/contracts';
import { refuse, repositoryOf, type Db, type Tx } from '@tessera/platform';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import { statusesOf } from '../requests/request-status.js';
import { SupportRequest } from '../requests/request.entity.js';

export interface QueueFilter {
  companyId?: string;
  status?: StatusFilter;
  category?: RequestCategory;
  productId?: string;
  /** null: nobody's. */
  assigneeId?: string | null;
  /** The id of the last row that was shown. */
  after?: string;
}

/**
 * Requests of all companies. The one door without a company, and only for the vendor's own people, whose role the
 * contracts require, and for the mails about a request.
 */
@Injectable()
export class RequestQueue {
  async get(id: string, db: Db): Promise<SupportRequest> {
    return (await repositoryOf(db, SupportRequest).findOneBy({ id })) ?? refuse('NOT_FOUND');
  }

  async lock(id: string, tx: Tx): Promise<SupportRequest> {
    const row = await repositoryOf(tx, SupportRequest).findOne({
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return row ?? refuse('NOT_FOUND');
  }

  /** In the order of registration: ids are of version 7. */
  list(filter: QueueFilter, newestFirst: boolean, take: number, db: Db): Promise<SupportRequest[]> {
    return repositoryOf(db, SupportRequest).find({
      where: {
        ...(filter.companyId ? { companyId: filter.companyId } : {}),
        ...(filter.status ? { status: In(statusesOf(filter.status)) } : {}),
        ...(filter.category ? { category: filter.category } : {}),
        ...(filter.productId ? { productId: filter.productId } : {}),
        ...(filter.assigneeId === undefined ? {} : { assigneeId: filter.assigneeId ?? IsNull() }),
        ...(filter.after ? { id: newestFirst ? LessThan(filter.after) : MoreThan(filter.after) } : {}),
      },
      order: { id: newestFirst ? 'DESC' : 'ASC' },
      take,
    });
  }
}
