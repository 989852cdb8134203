import { companyFounded, type CompanyFounded } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type EventHandler, type Tx } from '@tessera/platform';
import { NamesRepository } from '../names/names.repository.js';

/** The company's name is known before its first request. */
@Consumes(companyFounded)
export class RememberCompany implements EventHandler<typeof companyFounded> {
  constructor(private readonly names: NamesRepository) {}

  handle(event: EventEnvelope<CompanyFounded>, tx: Tx): Promise<void> {
    return this.handleAll([event], tx);
  }

  async handleAll(events: readonly EventEnvelope<CompanyFounded>[], tx: Tx): Promise<void> {
    await this.names.rememberCompanies(new Map(events.map(({ data }) => [data.companyId, data.name])), tx);
  }
}
