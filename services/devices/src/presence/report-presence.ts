import { reportPresence, type ReportPresence } from '@tessera/contracts';
import { Handles, Transaction, type RequestContext } from '@tessera/platform';
import { DevicesAcrossCompanies } from '../devices/devices-across-companies.repository.js';
import { PresenceRepository } from './presence.repository.js';
import { emitPresenceChanges } from './emit-presence-changes.js';

@Handles(reportPresence)
export class ReportPresenceHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly presence: PresenceRepository,
    private readonly allDevices: DevicesAcrossCompanies,
  ) {}

  async handle(input: ReportPresence, ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, async (tx) => {
      if (input.gone.length) emitPresenceChanges(await this.presence.release(input.gone, tx), tx);
      if (!input.present.length) return;
      const back = await this.presence.renew(input.present, tx);
      emitPresenceChanges(back, tx);
      // A device that comes back after long silence is looked at again, by a job and not in this transaction.
      await this.allDevices.endLongSilence(
        back.map((b) => b.deviceId),
        tx,
      );
    });
  }
}
