import { companyFounded, type CompanyFounded } from '@tessera/contracts';
import { Hears, type EventEnvelope, type EventHandler, type Tx } from '@tessera/platform';
import { Names } from '../names/names.js';

/** The company's name is known before its first request. */
@Hears(companyFounded)
export class RememberCompany implements EventHandler<typeof companyFounded> {
  constructor(private readonly names: Names) {}

  async handle(event: EventEnvelope<CompanyFounded>, tx: Tx): Promise<void> {
    await this.names.rememberCompany(event.data.companyId, event.data.name, tx);
  }
}
