import { activationEnded, endActivation, type EndActivation } from '@tessera/contracts';
import { Handles, refuse, Transaction, type RequestContext } from '@tessera/platform';
import { ActivationsRepository } from './activations.repository.js';
import { KnownActivations } from './batch/index.js';

@Handles(endActivation)
export class EndActivationHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly known: KnownActivations,
    private readonly activations: ActivationsRepository,
  ) {}

  async handle({ id, token }: EndActivation, ctx: RequestContext): Promise<void> {
    const { activation, companyId } = await this.known.get(id, token);
    await this.transaction.run(ctx, async (tx) => {
      await this.activations.lockDevice(activation.licenseId, activation.fingerprintHash, tx);
      const ended = (await this.activations.end(id, tx)) ?? refuse('NOT_FOUND');
      const data = { activationId: id, licenseId: activation.entryId };
      tx.emit(activationEnded, { companyId, aggregateId: id, version: ended.version, data });
    });
  }
}
