import { Injectable } from '@nestjs/common';
import type { FoundCompany } from '@tessera/contracts';
import { DataKey, uuidv7, type Tx, FailureLimiter } from '@tessera/platform';
import { CODE_PURPOSE, KEY_FILE_PURPOSE } from '../registrations/registration.js';
import type { Person } from '../users/person.js';

interface Underway {
  id: string;
  /** null: it began with the activation of the account. */
  founderId: string | null;
  companyName: string | null;
  country: string;
  codeSealed: Buffer | null;
  keyFileSealed: Buffer | null;
}

/** What somebody with an account wants to found, as a registration that is activated already. */
@Injectable()
export class LaterFoundings {
  constructor(
    private readonly dataKey: DataKey,
    private readonly windows: FailureLimiter,
  ) {}

  async insert(input: FoundCompany, person: Person, tx: Tx): Promise<string> {
    const id = uuidv7();
    await tx.query(
      `insert into registration (id, email, email_key, first_name, last_name, company_name, country, language,
         survey_consent, code_sealed, key_file_sealed, address_key, activated_at, founder_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, false, $9, $10, $11, now(), $12)`,
      [
        id,
        person.email,
        person.emailKey,
        person.firstName,
        person.lastName,
        input.companyName.trim(),
        input.country,
        person.language,
        input.activationCode ? this.dataKey.encrypt(input.activationCode, CODE_PURPOSE) : null,
        input.keyFile ? this.dataKey.encrypt(input.keyFile, KEY_FILE_PURPOSE) : null,
        this.windows.key('founding', person.userId),
        person.userId,
      ],
    );
    return id;
  }

  /** The company that is being founded for a person, now or since the account was activated. The caller holds the account. */
  async underway(userId: string, tx: Tx): Promise<Underway | undefined> {
    const [found] = await tx.query<Underway>(
      `select r.id, r.founder_id as "founderId", r.company_name as "companyName", r.country,
              r.code_sealed as "codeSealed", r.key_file_sealed as "keyFileSealed"
         from license_claim c join registration r on r.id = c.registration_id
        where c.user_id = $1 and c.state = 'pending'`,
      [userId],
    );
    return found;
  }

  isOf(founding: Underway, input: FoundCompany): boolean {
    const open = (sealed: Buffer | null, purpose: string) =>
      sealed ? this.dataKey.decrypt(sealed, purpose).toString() : undefined;
    return (
      founding.founderId !== null &&
      founding.companyName === input.companyName.trim() &&
      founding.country === input.country &&
      open(founding.codeSealed, CODE_PURPOSE) === input.activationCode &&
      open(founding.keyFileSealed, KEY_FILE_PURPOSE) === input.keyFile
    );
  }
}
