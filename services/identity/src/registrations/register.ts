import { Inject } from '@nestjs/common';
import { register, type Empty, type Register } from '@tessera/contracts';
import {
  addressKey,
  CONFIG,
  Database,
  Handles,
  Transaction,
  uuidv7,
  type RequestContext,
  FailureLimiter,
} from '@tessera/platform';
import type { Config } from '../config.js';
import { LinkMails } from '../links/link-mails.js';
import { requireUnused } from '../not-supported.js';
import { emailKey } from '../users/email-key.js';
import { registrationLimit } from './registration-limit.js';
import { RegistrationsRepository } from './registrations.repository.js';
import { SealedCredentials } from './sealed-credentials.js';

/**
 * Keeps what the form says and has a link mailed. The account is made when the link is used, so that a stranger's form
 * leaves nothing behind; and whether the address is known is not even looked up here (see links/mint-link.ts).
 */
@Handles(register)
export class RegisterHandler {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly credentials: SealedCredentials,
    private readonly registrations: RegistrationsRepository,
    private readonly transaction: Transaction,
    private readonly limiter: FailureLimiter,
    private readonly mails: LinkMails,
  ) {}

  async handle(input: Register, ctx: RequestContext): Promise<Empty> {
    requireUnused('captcha', input.captcha, 'is not asked for: no challenge is set yet');
    const address = this.limiter.key('register', addressKey(ctx.clientAddress));
    await this.limiter.require(address, [registrationLimit(this.config)], this.database);
    return this.transaction.run(ctx, async (tx) => {
      const id = uuidv7();
      await this.registrations.insert(
        {
          id,
          email: input.email,
          emailKey: emailKey(input.email),
          firstName: input.firstName.trim(),
          lastName: input.lastName.trim(),
          companyName: input.companyName?.trim() ?? null,
          country: input.country,
          language: input.language ?? ctx.language,
          surveyConsent: input.surveyConsent,
          ...this.credentials.seal(input),
          addressKey: address,
        },
        tx,
      );
      const sender = { from: addressKey(ctx.clientAddress), what: contentOf(input) };
      await this.mails.request({ purpose: 'activation', email: input.email, registrationId: id, sender }, tx);
      return {};
    });
  }
}

/** Two forms that say the same are one, sent again; a stranger's form in the same house is another. */
const contentOf = (f: Register): string =>
  JSON.stringify([f.firstName, f.lastName, f.companyName, f.country, f.activationCode, f.keyFile]);
