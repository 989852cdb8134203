import { passwordChanged, resetPassword, type ResetPassword } from '@tessera/contracts';
import { Handles, refuse, SecurityEvents, Transaction, type RequestContext } from '@tessera/platform';
import { SignInThrottle } from '../throttling/sign-in-throttle.js';
import type { LinkPurpose } from '../links/link.entity.js';
import { LinksRepository } from '../links/links.repository.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { UsersRepository } from '../users/users.repository.js';
import { NewPasswords } from './new-passwords.js';

const purposes: LinkPurpose[] = ['password_reset'];

/** A new password ends every session and begins none; it also ends a lock by failures. */
@Handles(resetPassword)
export class ResetPasswordHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly links: LinksRepository,
    private readonly newPasswords: NewPasswords,
    private readonly sessions: SessionsRepository,
    private readonly users: UsersRepository,
    private readonly throttle: SignInThrottle,
    private readonly security: SecurityEvents,
  ) {}

  async handle(input: ResetPassword, ctx: RequestContext): Promise<void> {
    const { link: seen, words } = await this.links.peek(input.token, purposes);
    const hash = await this.newPasswords.make(input.password, { email: seen.email, words }, seen.userId);
    await this.transaction.run(ctx, async (tx) => {
      const link = await this.links.consume(input.token, purposes, tx);
      const user = await this.users.lock(link.userId!, tx);
      if (!user.activatedAt || user.emailKey !== link.emailKey) refuse('LINK_INVALID');
      const version = await this.newPasswords.store(user.id, hash, tx);
      await this.links.useUp(user.id, 'password_reset', tx);
      await this.sessions.endAll(user.id, version, tx);
      await this.sessions.forgetDevices(user.id, tx);
      await this.throttle.unlock(user.email, tx);
      const person = { companyId: null, userId: user.id, aggregateId: user.id, version };
      this.security.noteCommitted('authn_password_change', tx, { targetId: user.id, reason: 'reset' });
      tx.emit(passwordChanged, { ...person, data: { userId: user.id } });
    });
  }
}
