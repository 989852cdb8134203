import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, Job, RequestContext, Transaction } from '@tessera/platform';
import type { Config } from '../config.js';
import {
  RequestsAcrossCompanies,
  type AutoCloseDays,
} from '../queue/requests-across-companies.repository.js';
import { emitChanged } from './request-events.js';
import { RequestsRepository } from './requests.repository.js';

const BATCH_SIZE = 100;

/** Ends requests without a reply for days (SUP-065, SUP-066). Any number of instances may do so at once. */
@Injectable()
export class AutoCloseRequests {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly requests: RequestsRepository,
    private readonly allRequests: RequestsAcrossCompanies,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Job({ name: 'auto-close-requests', everyMs: (config: Config) => config.SETTLE_INTERVAL_SECONDS * 1_000 })
  async closeDue(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const due = await this.allRequests.dueToClose(this.days, BATCH_SIZE, this.database);
      for (const { companyId, id } of due) await this.close(companyId, id);
      if (due.length < BATCH_SIZE) return;
    }
  }

  private close(companyId: string, id: string): Promise<void> {
    return this.transaction.run(RequestContext.system(), async (tx) => {
      const request = await this.requests.lock(companyId, id, tx);
      // A reply may have come since it was found.
      if (!(await this.allRequests.isDueToClose(id, this.days, tx))) return;
      request.autoClose(new Date());
      await this.requests.update(companyId, request, tx);
      emitChanged(request, tx);
    });
  }

  private get days(): AutoCloseDays {
    const { CLOSE_SOLVED_AFTER_DAYS: solved, RESOLVE_UNANSWERED_AFTER_DAYS: unanswered } = this.config;
    return { solved, unanswered };
  }
}
