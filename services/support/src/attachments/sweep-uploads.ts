import { sweepUploads, type ExpiredUploads, type SweepUploads } from '@tessera/contracts';
import { Handles, Transaction, type RequestContext } from '@tessera/platform';
import { UploadsRepository } from './uploads.repository.js';

const MAX_UPLOADS_PER_SWEEP = 100;

@Handles(sweepUploads)
export class SweepUploadsHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly uploads: UploadsRepository,
  ) {}

  handle({ deleted }: SweepUploads, ctx: RequestContext): Promise<ExpiredUploads> {
    return this.transaction.run(ctx, async (tx) => {
      await this.uploads.deleteExpired(deleted, tx);
      await this.uploads.expireOverdue(MAX_UPLOADS_PER_SWEEP, tx);
      return { ids: await this.uploads.expired(MAX_UPLOADS_PER_SWEEP, tx) };
    });
  }
}
