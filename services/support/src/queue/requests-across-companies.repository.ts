import { Injectable } from '@nestjs/common';
import type { RequestCategory, StatusFilter } from '@tessera/contracts';
import { columns, hydrate, refuse, repositoryOf, type Db, type Tx } from '@tessera/platform';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import { statusesOf } from '../requests/request-status.js';
import { SupportRequest } from '../requests/request.entity.js';

export interface QueueFilter {
  companyId?: string;
  status?: StatusFilter;
  category?: RequestCategory;
  productId?: string;
  /** null: not assigned. */
  assigneeId?: string | null;
  /** The id of the last row that was shown. */
  after?: string;
}

/** Days after which a request without a reply is closed. */
export interface AutoCloseDays {
  solved: number;
  unanswered: number;
}

const DUE = `(status = 'solution_provided' and status_since < now() - make_interval(days => $1))
          or (status = 'awaiting_reply' and status_since < now() - make_interval(days => $2))`;

/**
 * Requests of all companies. The one door without a company: for the vendor's own people, whose role the contracts
 * require, for the mails about a request, and for the job that closes requests.
 */
@Injectable()
export class RequestsAcrossCompanies {
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

  /** Requests without a reply for so many days. */
  async dueToClose({ solved, unanswered }: AutoCloseDays, limit: number, db: Db): Promise<SupportRequest[]> {
    const rows = await db.query(
      `select ${columns(SupportRequest, undefined, ['companyId', 'id'])} from request where ${DUE} limit $3`,
      [solved, unanswered, limit],
    );
    return rows.map((row) => hydrate(SupportRequest, row));
  }

  /** Whether it is due still, by the clock of the database. The row is held. */
  async isDueToClose(id: string, { solved, unanswered }: AutoCloseDays, tx: Tx): Promise<boolean> {
    const rows = await tx.query(`select 1 from request where id = $3 and (${DUE})`, [solved, unanswered, id]);
    return rows.length > 0;
  }
}
