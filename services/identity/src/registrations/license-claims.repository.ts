import { Injectable } from '@nestjs/common';
import { columns, Database, hydrate, repositoryOf, uuidv7, type Db, type Tx } from '@tessera/platform';
import { Company } from '../companies/company.entity.js';
import { LicenseClaim, type LicenseClaimState } from './license-claim.entity.js';
import { Registration } from './registration.entity.js';

/** How long a request has for a claim before the job takes it up. */
const LEASE_SECONDS = 30;
const MAX_WAIT_SECONDS = 300;

/** A claim, and the registration that it is made from. */
export interface RegisteredClaim {
  claim: LicenseClaim;
  registration: Registration;
}

const COLUMNS = `${columns(LicenseClaim, 'c')}, ${columns(Registration, 'r')}`;
const toRegisteredClaim = (row: object): RegisteredClaim => ({
  claim: hydrate(LicenseClaim, row),
  registration: hydrate(Registration, row),
});

@Injectable()
export class LicenseClaimsRepository {
  constructor(private readonly database: Database) {}

  async insert(registrationId: string, userId: string, tx: Tx): Promise<void> {
    await tx.query(
      `insert into license_claim (registration_id, user_id, company_id, next_try_at)
       values ($1, $2, $3, now() + make_interval(secs => ${LEASE_SECONDS}))`,
      [registrationId, userId, uuidv7()],
    );
  }

  pending(registrationId: string, db: Db): Promise<RegisteredClaim | null> {
    return this.onePending('c.registration_id = $1', registrationId, db);
  }

  /** The claim with which a person is founding a company now, or since the account was activated. */
  pendingOf(userId: string, db: Db): Promise<RegisteredClaim | null> {
    return this.onePending('c.user_id = $1', userId, db);
  }

  /** Whether a person is founding a company. */
  hasPending(userId: string, db: Db): Promise<boolean> {
    return repositoryOf(db, LicenseClaim).existsBy({ userId, state: 'pending' });
  }

  private async onePending(condition: string, id: string, db: Db): Promise<RegisteredClaim | null> {
    const [row] = await db.query(
      `select ${COLUMNS} from license_claim c join registration r on r.id = c.registration_id
        where ${condition} and c.state = 'pending'`,
      [id],
    );
    return row ? toRegisteredClaim(row) : null;
  }

  /** @returns null where another request has ended the claim */
  async finish(
    registrationId: string,
    state: Exclude<LicenseClaimState, 'pending'>,
    refusal: string | null,
    tx: Tx,
  ): Promise<RegisteredClaim | null> {
    const [row] = await tx.query(
      `update license_claim c set state = $2, refusal = $3, version = c.version + 1
         from registration r where r.id = c.registration_id and c.registration_id = $1 and c.state = 'pending'
       returning ${COLUMNS}`,
      [registrationId, state, refusal],
    );
    return row ? toRegisteredClaim(row) : null;
  }

  /** How a claim has ended. */
  async outcome(
    registrationId: string,
    tx: Tx,
  ): Promise<{ refusal: string | null; company: Company | null }> {
    const claim = await repositoryOf(tx, LicenseClaim).findOneBy({ registrationId });
    const company = claim && (await repositoryOf(tx, Company).findOneBy({ id: claim.companyId }));
    return { refusal: claim?.refusal ?? null, company };
  }

  /** Takes claims that no request works on. @returns the ids of their registrations */
  async takeDue(count: number): Promise<string[]> {
    const due = await this.database.query<{ id: string }>(
      `update license_claim set attempts = attempts + 1,
         next_try_at = now() + make_interval(secs => least(${MAX_WAIT_SECONDS}, ${LEASE_SECONDS} * power(2, attempts)))
       where registration_id in
         (select registration_id from license_claim where state = 'pending' and next_try_at <= now()
           order by next_try_at limit $1 for update skip locked)
       returning registration_id as id`,
      [count],
    );
    return due.map(({ id }) => id);
  }
}
