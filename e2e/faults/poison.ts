import type { FaultHarness } from './fault-harness.js';

const REGISTERED = 'evt.support.request.registered.v1';

/** Makes notifications throw at each event of one company, as a defect would that only its data meet. */
export class PoisonedCompany {
  constructor(
    private readonly harness: FaultHarness,
    private readonly company: string,
  ) {}

  private inNotifications<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.harness.tables.query<T>('notifications', sql, parameters);
  }

  /** @param share of the deliveries, by chance */
  async begin(share = 1): Promise<void> {
    await this.inNotifications(
      'create function refuse() returns trigger language plpgsql as $$ begin raise exception $m$poisoned$m$; end $$',
    );
    await this.inNotifications(
      `create trigger poison before insert on notification for each row
        when (new.company_id = '${this.company}' and random() < ${share}) execute function refuse()`,
    );
  }

  async end(): Promise<void> {
    await this.inNotifications('drop trigger poison on notification; drop function refuse');
  }

  /** What became dead letters of services' events, and was not replayed yet. */
  letters(): Promise<{ deliveries: number; error: string }[]> {
    return this.inNotifications(
      'select deliveries, error from dead_letter where replayed_at is null and message_id <> all($1)',
      [[...this.harness.poison]],
    );
  }

  /** Whether every request of a company has been told to its author. */
  async isTold(company: string): Promise<boolean> {
    const events = await this.harness.tables.query(
      'support',
      'select 1 from outbox where subject = $1 and company_id = $2',
      [REGISTERED, company],
    );
    const told = await this.inNotifications(
      `select 1 from notification where kind = 'request_registered' and company_id = $1`,
      [company],
    );
    return told.length === events.length;
  }

  /** Events of any service that were not handled. */
  async unheard(): Promise<number> {
    return (await this.harness.verdict(0)).filter((wrong) => wrong.startsWith('inbox:')).length;
  }
}
