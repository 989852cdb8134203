import { terminateUpload, type TerminateUpload } from '@tessera/contracts';
import { Handles, refuse, Transaction, type RequestContext } from '@tessera/platform';
import { UploadsRepository } from './uploads.repository.js';

@Handles(terminateUpload)
export class TerminateUploadHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly uploads: UploadsRepository,
  ) {}

  async handle(input: TerminateUpload, ctx: RequestContext): Promise<void> {
    return this.transaction.run(ctx, async (tx) => {
      if (!(await this.uploads.expire(input.id, ctx.userId, tx))) refuse('NOT_FOUND');
    });
  }
}
