import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, Job, RequestContext, Transaction } from '@tessera/platform';
import type { Config } from '../config.js';
import { emitChanged } from './request-events.js';
import { RequestsRepository } from './requests.repository.js';

const BATCH = 100;
const DUE = `(status = 'solution_provided' and status_since < now() - make_interval(days => $1))
          or (status = 'awaiting_reply' and status_since < now() - make_interval(days => $2))`;

/** Ends requests to which nobody replied for days (SUP-065, SUP-066). Any number of instances may do so at once. */
@Injectable()
export class SettleRequests {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly requests: RequestsRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Job({ name: 'settle-requests', everyMs: (config: Config) => config.SETTLE_INTERVAL_SECONDS * 1_000 })
  async settleDue(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const due = await this.database.query<{ company_id: string; id: string }>(
        `select company_id, id from request where ${DUE} limit ${BATCH}`,
        this.days,
      );
      for (const { company_id, id } of due) await this.settle(company_id, id);
      if (due.length < BATCH) return;
    }
  }

  private settle(companyId: string, id: string): Promise<void> {
    return this.transaction.run(RequestContext.system(), async (tx) => {
      const request = await this.requests.lock(companyId, id, tx);
      // A reply may have come since it was found.
      const still = await tx.query(`select 1 from request where id = $3 and (${DUE})`, [...this.days, id]);
      if (!still.length) return;
      request.settle(new Date());
      await this.requests.update(companyId, request, tx);
      emitChanged(request, tx);
    });
  }

  private get days(): number[] {
    return [this.config.CLOSE_SOLVED_AFTER_DAYS, this.config.RESOLVE_UNANSWERED_AFTER_DAYS];
  }
}
