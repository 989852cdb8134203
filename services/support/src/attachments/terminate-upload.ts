import { terminateUpload, type TerminateUpload } from '@tessera/contracts';
import { Handles, refuse, Transaction, type RequestContext } from '@tessera/platform';

@Handles(terminateUpload)
export class TerminateUploadHandler {
  constructor(private readonly transaction: Transaction) {}

  async handle(input: TerminateUpload, ctx: RequestContext): Promise<void> {
    return this.transaction.run(ctx, async (tx) => {
      const ended = await tx.query(
        `update attachment set state = 'expired'
          where id = $1 and owner_id = $2 and state in ('uploading', 'complete')
          returning id`,
        [input.id, ctx.userId],
      );
      if (!ended.length) refuse('NOT_FOUND');
    });
  }
}
