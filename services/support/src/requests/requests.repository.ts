import { Injectable } from '@nestjs/common';
import type { StatusFilter } from '@tessera/contracts';
import { refuse, TenantRepository, type Db, type RequestContext, type Tx } from '@tessera/platform';
import { In, LessThan } from 'typeorm';
import { statusesOf } from './request-status.js';
import { SupportRequest } from './request.entity.js';
import { tenantsOf } from './tenant.js';

interface Filter {
  /** Without those that the person made before there was a company. */
  ofCompanyAlone: boolean;
  authorId?: string;
  status?: StatusFilter;
  /** The id of the last row that was shown. */
  after?: string;
}

@Injectable()
export class RequestsRepository extends TenantRepository<SupportRequest> {
  constructor() {
    super(SupportRequest);
  }

  /** @throws Refusal NOT_FOUND also for a colleague's request, without the right to see it (SUP-055) */
  async visible(ctx: RequestContext, id: string, db: Db): Promise<SupportRequest> {
    const row = await this.rows(db).findOneBy({ id, companyId: In(tenantsOf(ctx)) });
    return requireVisible(row ?? refuse('NOT_FOUND'), ctx);
  }

  async lockVisible(ctx: RequestContext, id: string, tx: Tx): Promise<SupportRequest> {
    const row = await this.rows(tx).findOne({
      where: { id, companyId: In(tenantsOf(ctx)) },
      lock: { mode: 'pessimistic_write' },
    });
    return requireVisible(row ?? refuse('NOT_FOUND'), ctx);
  }

  async visibleByNumber(ctx: RequestContext, number: string, db: Db): Promise<SupportRequest> {
    const row = await this.rows(db).findOneBy({
      companyId: In(tenantsOf(ctx)),
      number: number.trim().toUpperCase(),
    });
    return requireVisible(row ?? refuse('NOT_FOUND'), ctx);
  }

  /** The newest first: ids are of version 7. */
  async list(ctx: RequestContext, filter: Filter, take: number, db: Db): Promise<SupportRequest[]> {
    return this.rows(db).find({
      where: {
        companyId: In(filter.ofCompanyAlone ? tenantsOf(ctx).slice(0, 1) : tenantsOf(ctx)),
        ...(filter.authorId ? { authorId: filter.authorId } : {}),
        ...(filter.status ? { status: In(statusesOf(filter.status)) } : {}),
        ...(filter.after ? { id: LessThan(filter.after) } : {}),
      },
      order: { id: 'DESC' },
      take,
    });
  }
}

function requireVisible(request: SupportRequest, ctx: RequestContext): SupportRequest {
  return request.authorId === ctx.userId || ctx.can('requests.manage') ? request : refuse('NOT_FOUND');
}
