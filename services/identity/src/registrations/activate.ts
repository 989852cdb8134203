import { Inject } from '@nestjs/common';
import { activate, userActivated, type Activate } from '@tessera/contracts';
import {
  CONFIG,
  Handles,
  refuse,
  Transaction,
  uuidv7,
  type RequestContext,
  type Tx,
  FailureLimiter,
} from '@tessera/platform';
import type { Config } from '../config.js';
import type { Link, LinkPurpose } from '../links/link.entity.js';
import { LinksRepository } from '../links/links.repository.js';
import { NewPasswords } from '../passwords/new-passwords.js';
import { UsersRepository } from '../users/users.repository.js';
import { LicenseClaimSaga } from './license-claim-saga.js';
import type { Registration } from './registration.entity.js';
import { registrationLimit } from './registration-limit.js';
import { RegistrationsRepository } from './registrations.repository.js';

const purposes: LinkPurpose[] = ['activation', 'staff_invitation'];

/** The account exists after the first transaction; its company, if a license was given, after the claim. */
@Handles(activate)
export class ActivateHandler {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transaction: Transaction,
    private readonly links: LinksRepository,
    private readonly newPasswords: NewPasswords,
    private readonly users: UsersRepository,
    private readonly limiter: FailureLimiter,
    private readonly registrations: RegistrationsRepository,
    private readonly saga: LicenseClaimSaga,
  ) {}

  async handle(input: Activate, ctx: RequestContext): Promise<void> {
    const { link: seen, words } = await this.links.peek(input.token, purposes);
    const hash = await this.newPasswords.make(input.password, { email: seen.email, words }, seen.userId);
    const registrationId = await this.transaction.run(ctx, async (tx) => {
      const link = await this.links.consume(input.token, purposes, tx);
      return link.purpose === 'activation'
        ? this.activateRegistration(link, hash, tx)
        : this.activateStaff(link, hash, tx);
    });
    if (registrationId) await this.saga.proceed(registrationId, ctx);
  }

  /** @returns the registration whose license is to be claimed now */
  private async activateRegistration(link: Link, hash: string, tx: Tx): Promise<string | null> {
    const registration =
      (await this.registrations.activate(link.registrationId!, tx)) ?? refuse('LINK_INVALID');
    const userId = uuidv7();
    if (!(await this.users.insert(newUser(userId, registration), tx))) refuse('LINK_INVALID');
    const version = await this.newPasswords.store(userId, hash, tx);
    await this.limiter.release(registration.addressKey, [registrationLimit(this.config)], tx);
    if (registration.codeSealed || registration.keyFileSealed) {
      await this.saga.begin(registration.id, userId, tx);
      return registration.id;
    }
    tx.emit(userActivated, activated(userId, version));
    return null;
  }

  private async activateStaff(link: Link, hash: string, tx: Tx): Promise<null> {
    const user = await this.users.lock(link.userId!, tx);
    if (user.activatedAt || user.emailKey !== link.emailKey) refuse('LINK_INVALID');
    const version = await this.newPasswords.store(user.id, hash, tx);
    tx.emit(userActivated, activated(user.id, version));
    return null;
  }
}

const newUser = (id: string, r: Registration) => ({
  id,
  email: r.email,
  emailKey: r.emailKey,
  firstName: r.firstName,
  lastName: r.lastName,
  country: r.country,
  language: r.language,
  surveyConsent: r.surveyConsent,
  termsAcceptedAt: r.createdAt,
});

const activated = (userId: string, version: number) => ({
  companyId: null,
  userId,
  aggregateId: userId,
  version,
  data: { userId, companyId: null },
});
