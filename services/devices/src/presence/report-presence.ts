import { reportPresence, type ReportPresence } from '@tessera/contracts';
import { Handles, Transaction, type RequestContext } from '@tessera/platform';
import { PresenceRepository } from './presence.repository.js';
import { tellTurned } from './tell-turned.js';

@Handles(reportPresence)
export class ReportPresenceHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly presence: PresenceRepository,
  ) {}

  async handle(input: ReportPresence, ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, async (tx) => {
      if (input.gone.length) tellTurned(await this.presence.release(input.gone, tx), tx);
      if (!input.present.length) return;
      const back = await this.presence.renew(input.present, tx);
      tellTurned(back, tx);
      // A device that comes back after long silence is looked at again, by the sweeper and not in this transaction.
      await tx.query(
        `update device set status_due_at = now() where id = any($1::uuid[]) and reasons ? 'LONG_NOT_SEEN'`,
        [back.map((b) => b.deviceId).sort()],
      );
    });
  }
}
