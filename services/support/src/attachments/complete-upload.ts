import { Inject } from '@nestjs/common';
import { completeUpload, type CompleteUpload } from '@tessera/contracts';
import { CONFIG, Handles, refuse, Transaction, type RequestContext } from '@tessera/platform';
import type { Config } from '../config.js';

@Handles(completeUpload)
export class CompleteUploadHandler {
  constructor(
    private readonly transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The time in which it has to be used begins now. */
  async handle(input: CompleteUpload, ctx: RequestContext): Promise<void> {
    return this.transaction.run(ctx, async (tx) => {
      const found = await tx.query(
        `update attachment
            set state = 'complete',
                expires_at = case state when 'uploading' then now() + make_interval(hours => $2) else expires_at end
          where id = $1 and state in ('uploading', 'complete')
          returning id`,
        [input.id, this.config.UPLOAD_TTL_HOURS],
      );
      if (!found.length) refuse('NOT_FOUND');
    });
  }
}
