import { foundCompany, type CompanyView, type FoundCompany } from '@tessera/contracts';
import { Handles, refuse, RequestContext, Transaction, type Tx } from '@tessera/platform';
import { Founding } from '../registrations/founding.js';
import { LicenseClaims } from '../registrations/license-claims.js';
import { Users } from '../users/users.repository.js';
import { CodeGuesses } from './code-guesses.js';
import { LaterFoundings } from './later-foundings.js';

/**
 * For a person whose license was refused at registration, or who registered without one. With a license it is the saga of
 * `POST /auth/activate`: whoever crashes in between, the poller founds the company, or has the refusal mailed.
 */
@Handles(foundCompany)
export class FoundCompanyHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly users: Users,
    private readonly founding: Founding,
    private readonly claims: LicenseClaims,
    private readonly laterFoundings: LaterFoundings,
    private readonly guesses: CodeGuesses,
  ) {}

  async handle(input: FoundCompany, ctx: RequestContext): Promise<CompanyView> {
    if (input.activationCode && input.keyFile) {
      const detail = 'is one too many beside activationCode';
      refuse('VALIDATION_FAILED', { errors: [{ field: 'keyFile', code: 'NOT_ALLOWED', detail }] });
    }
    if (input.activationCode || input.keyFile)
      return this.guesses.counting(ctx, () => this.withLicense(input, ctx));
    return this.transaction.run(ctx, async (tx) => {
      await this.requireFree(ctx.userId, tx);
      if (await this.laterFoundings.underway(ctx.userId, tx)) refuse('COMPANY_IN_THE_MAKING');
      return this.founding.open(input.companyName.trim(), input.country, ctx.userId, tx);
    });
  }

  private async withLicense(input: FoundCompany, ctx: RequestContext): Promise<CompanyView> {
    // Only what ends the saga is the reply to an Idempotency-Key.
    const unkeyed = () => RequestContext.system(ctx.deadline.remaining, ctx.trace);
    const claim = await this.transaction.run(unkeyed(), async (tx) => {
      const person = await this.requireFree(ctx.userId, tx);
      const running = await this.laterFoundings.underway(ctx.userId, tx);
      // The same asked for twice, at once or after an answer that was lost, is one founding.
      if (running)
        return this.laterFoundings.isOf(running, input) ? running.id : refuse('COMPANY_IN_THE_MAKING');
      const id = await this.laterFoundings.insert(
        input,
        { ...person, language: person.language ?? ctx.language },
        tx,
      );
      await this.claims.begin(id, ctx.userId, tx);
      return id;
    });
    const refusal = await this.claims.refusalOf(claim, ctx);
    if (refusal === null) return this.founding.found(claim, ctx);
    await this.founding.refuse(claim, refusal, unkeyed(), true);
    return refuse(refusal);
  }

  /** Holds the account, so that the same person does nothing of the kind meanwhile. @throws Refusal ALREADY_IN_COMPANY */
  private async requireFree(userId: string, tx: Tx) {
    await this.users.lock(userId, tx);
    const person = await this.users.person(userId, tx);
    if (person.companyId || person.staffRole) refuse('ALREADY_IN_COMPANY');
    return person;
  }
}
