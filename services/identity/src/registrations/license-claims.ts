import { Inject, Injectable } from '@nestjs/common';
import { claimCode, type ClaimCode } from '@tessera/contracts';
import {
  Bus,
  Database,
  DataKey,
  Job,
  LOGGER,
  Problem,
  RequestContext,
  uuidv7,
  type Tx,
} from '@tessera/platform';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { companyNameOf } from '../users/derived-names.js';
import { Founding } from './founding.js';
import { CODE_PURPOSE, KEY_FILE_PURPOSE } from './registration.js';

/** So long whoever works on a claim has it for himself, in seconds; then the poller takes it up. */
const LEASE = 30;
const BATCH = 10;
const MOST_WAIT = 300;

interface Claim {
  registrationId: string;
  companyId: string;
  userId: string;
  firstName: string;
  lastName: string;
  companyName: string | null;
  codeSealed: Buffer | null;
  keyFileSealed: Buffer | null;
}

/**
 * The saga of `POST /auth/activate` and of `POST /company`: a row says that a license is to be claimed; licensing is asked outside of any
 * transaction; a second transaction founds the company, or says why not. Whoever crashes in between, the poller goes
 * on: asking licensing again for the same company claims nothing twice.
 */
@Injectable()
export class LicenseClaims {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly bus: Bus,
    private readonly database: Database,
    private readonly dataKey: DataKey,
    private readonly founding: Founding,
  ) {}

  async begin(registrationId: string, userId: string, tx: Tx): Promise<void> {
    await tx.query(
      `insert into license_claim (registration_id, user_id, company_id, next_try_at)
       values ($1, $2, $3, now() + make_interval(secs => ${LEASE}))`,
      [registrationId, userId, uuidv7()],
    );
  }

  /** Never fails the request that began it: the account exists, and the poller will get the license. */
  async proceed(registrationId: string, ctx: RequestContext): Promise<void> {
    try {
      const claim = await this.pending(registrationId);
      if (!claim) return;
      const refusal = await this.ask(claim, ctx);
      if (refusal === null) await this.founding.found(registrationId, ctx);
      else await this.founding.refuse(registrationId, refusal, ctx);
    } catch (error) {
      this.logger.warn({ err: error, registrationId }, 'a license is not claimed yet');
    }
  }

  /**
   * For who waits for the answer.
   * @returns why the license is not to be had; null when it is the company's, or the claim has ended meanwhile
   * @throws what asking again may change; the poller does
   */
  async refusalOf(registrationId: string, ctx: RequestContext): Promise<string | null> {
    const claim = await this.pending(registrationId);
    return claim ? this.ask(claim, ctx) : null;
  }

  private async pending(registrationId: string): Promise<Claim | undefined> {
    const [claim] = await this.database.query<Claim>(
      `select c.registration_id as "registrationId", c.company_id as "companyId", c.user_id as "userId",
              r.first_name as "firstName", r.last_name as "lastName", r.company_name as "companyName",
              r.code_sealed as "codeSealed", r.key_file_sealed as "keyFileSealed"
         from license_claim c join registration r on r.id = c.registration_id
        where c.registration_id = $1 and c.state = 'pending'`,
      [registrationId],
    );
    return claim;
  }

  /** @returns the code of a refusal that asking again would not change; null when the license is the company's */
  private async ask(claim: Claim, ctx: RequestContext): Promise<string | null> {
    const open = (sealed: Buffer, purpose: string) => this.dataKey.decrypt(sealed, purpose).toString();
    const request: ClaimCode = {
      companyId: claim.companyId,
      companyName: companyNameOf(claim),
      userId: claim.userId,
      ...(claim.codeSealed ? { activationCode: open(claim.codeSealed, CODE_PURPOSE) } : {}),
      ...(claim.keyFileSealed ? { keyFile: open(claim.keyFileSealed, KEY_FILE_PURPOSE) } : {}),
    };
    try {
      await this.bus.ask(claimCode, request, ctx);
      return null;
    } catch (error) {
      if (error instanceof Problem && (error.code in claimCode.errors || error.code === 'VALIDATION_FAILED'))
        return error.code;
      throw error;
    }
  }

  @Job({ name: 'resume-license-claims', everyMs: (config: Config) => config.CLAIM_POLL_MS })
  async resume(): Promise<void> {
    const due = await this.database.query<{ id: string }>(
      `update license_claim set attempts = attempts + 1,
         next_try_at = now() + make_interval(secs => least(${MOST_WAIT}, ${LEASE} * power(2, attempts)))
       where registration_id in
         (select registration_id from license_claim where state = 'pending' and next_try_at <= now()
           order by next_try_at limit ${BATCH} for update skip locked)
       returning registration_id as id`,
    );
    for (const { id } of due) await this.proceed(id, RequestContext.system(15_000));
  }
}
