import { Inject } from '@nestjs/common';
import { completeUpload, type CompleteUpload } from '@tessera/contracts';
import { CONFIG, Handles, refuse, Transaction, type RequestContext } from '@tessera/platform';
import type { Config } from '../config.js';
import { UploadsRepository } from './uploads.repository.js';

@Handles(completeUpload)
export class CompleteUploadHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly uploads: UploadsRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle({ id }: CompleteUpload, ctx: RequestContext): Promise<void> {
    return this.transaction.run(ctx, async (tx) => {
      if (!(await this.uploads.complete(id, this.config.UPLOAD_TTL_HOURS, tx))) refuse('NOT_FOUND');
    });
  }
}
