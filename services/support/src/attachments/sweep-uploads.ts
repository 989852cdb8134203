import { sweepUploads, type ExpiredUploads, type SweepUploads } from '@tessera/contracts';
import { Handles, Transaction, type RequestContext } from '@tessera/platform';

const BATCH = 100;

@Handles(sweepUploads)
export class SweepUploadsHandler {
  constructor(private readonly transaction: Transaction) {}

  handle(input: SweepUploads, ctx: RequestContext): Promise<ExpiredUploads> {
    return this.transaction.run(ctx, async (tx) => {
      await tx.query(`delete from attachment where id = any($1) and state = 'expired'`, [input.deleted]);
      await tx.query(
        `update attachment set state = 'expired' where id in (
           select id from attachment where state in ('uploading', 'complete') and expires_at <= now()
            limit ${BATCH} for update skip locked)`,
      );
      const rows = await tx.query<{ id: string }>(
        `select id from attachment where state = 'expired' limit ${BATCH}`,
      );
      return { ids: rows.map((r) => r.id) };
    });
  }
}
