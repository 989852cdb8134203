import { Inject } from '@nestjs/common';
import { register, type Empty, type Register } from '@tessera/contracts';
import {
  addressKey,
  CONFIG,
  DataKey,
  Database,
  Handles,
  refuse,
  Transaction,
  uuidv7,
  type RequestContext,
  FailureLimiter,
} from '@tessera/platform';
import type { Config } from '../config.js';
import { Links } from '../links/links.repository.js';
import { requireUnused } from '../not-supported.js';
import { emailKey } from '../users/email-key.js';
import { CODE_PURPOSE, KEY_FILE_PURPOSE, registrationLimit } from './registration.js';

/**
 * Keeps what the form says and has a link mailed. The account is made when the link is used, so that a stranger's form
 * leaves nothing behind; and whether the address is known is not even looked up here (see links/mint-link.ts).
 */
@Handles(register)
export class RegisterHandler {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly dataKey: DataKey,
    private readonly transaction: Transaction,
    private readonly windows: FailureLimiter,
    private readonly links: Links,
  ) {}

  async handle(input: Register, ctx: RequestContext): Promise<Empty> {
    if (input.activationCode && input.keyFile) {
      const detail = 'is one too many beside activationCode';
      refuse('VALIDATION_FAILED', { errors: [{ field: 'keyFile', code: 'NOT_ALLOWED', detail }] });
    }
    requireUnused('captcha', input.captcha, 'is not asked for: no challenge is set yet');
    const address = this.windows.key('register', addressKey(ctx.clientAddress));
    await this.windows.require(address, [registrationLimit(this.config)], this.database);
    return this.transaction.run(ctx, async (tx) => {
      const id = uuidv7();
      await tx.query(
        `insert into registration (id, email, email_key, first_name, last_name, company_name, country, language,
           survey_consent, code_sealed, key_file_sealed, address_key)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          id,
          input.email,
          emailKey(input.email),
          input.firstName.trim(),
          input.lastName.trim(),
          input.companyName?.trim() ?? null,
          input.country,
          input.language ?? ctx.language,
          input.surveyConsent,
          input.activationCode ? this.dataKey.encrypt(input.activationCode, CODE_PURPOSE) : null,
          input.keyFile ? this.dataKey.encrypt(input.keyFile, KEY_FILE_PURPOSE) : null,
          address,
        ],
      );
      const sender = { who: addressKey(ctx.clientAddress), what: whatIsSaid(input) };
      await this.links.request({ purpose: 'activation', email: input.email, registrationId: id, sender }, tx);
      return {};
    });
  }
}

/** Two forms that say the same are one, sent again; a stranger's form in the same house is another. */
const whatIsSaid = (f: Register): string =>
  JSON.stringify([f.firstName, f.lastName, f.companyName, f.country, f.activationCode, f.keyFile]);
