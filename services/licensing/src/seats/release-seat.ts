import { activationEnded, releaseSeat, type ReleaseSeat } from '@tessera/contracts';
import { Handles, refuse, Transaction, type RequestContext } from '@tessera/platform';
import { ActivationsRepository } from '../activations/activations.repository.js';
import { Audit } from '../audit/audit.repository.js';
import { LicensesRepository } from '../licenses/licenses.repository.js';
import { SeatsRepository } from './seats.repository.js';

@Handles(releaseSeat)
export class ReleaseSeatHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly licenses: LicensesRepository,
    private readonly seats: SeatsRepository,
    private readonly activations: ActivationsRepository,
    private readonly audit: Audit,
  ) {}

  async handle({ id, seatId }: ReleaseSeat, ctx: RequestContext): Promise<void> {
    const { companyId } = ctx;
    await this.transaction.run(ctx, async (tx) => {
      const { license } = await this.licenses.get(companyId, id, tx);
      const seat = (await this.seats.find(license.id, seatId, tx)) ?? refuse('NOT_FOUND');
      await this.activations.lockDevice(license.id, seat.fingerprintHash, tx);
      const ended = await this.activations.endSeat(license.id, seatId, tx);
      if (!ended.length) refuse('NOT_FOUND');
      await this.audit.record({ action: 'seat.released', subjectId: id, companyId, details: { seatId } }, tx);
      for (const { id: activationId, version } of ended) {
        const data = { activationId, licenseId: id };
        tx.emit(activationEnded, { companyId, aggregateId: activationId, version, data });
      }
    });
  }
}
