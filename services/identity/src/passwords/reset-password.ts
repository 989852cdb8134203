import { passwordChanged, resetPassword, type ResetPassword } from '@tessera/contracts';
import { Handles, refuse, SecurityEvents, Transaction, type RequestContext } from '@tessera/platform';
import { SignInGuard } from '../guessing/sign-in-guard.js';
import type { LinkPurpose } from '../links/link.js';
import { Links } from '../links/links.repository.js';
import { Sessions } from '../sessions/sessions.repository.js';
import { Users } from '../users/users.repository.js';
import { NewPasswords } from './new-passwords.js';

const purposes: LinkPurpose[] = ['password_reset'];

/** A new password ends every session and signs nobody in; it also ends a lock by failures. */
@Handles(resetPassword)
export class ResetPasswordHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly links: Links,
    private readonly newPasswords: NewPasswords,
    private readonly sessions: Sessions,
    private readonly users: Users,
    private readonly guard: SignInGuard,
    private readonly security: SecurityEvents,
  ) {}

  async handle(input: ResetPassword, ctx: RequestContext): Promise<void> {
    const link = await this.links.peek(input.token, purposes);
    const hash = await this.newPasswords.make(input.password, link, link.userId);
    await this.transaction.run(ctx, async (tx) => {
      const link = await this.links.consume(input.token, purposes, tx);
      const user = await this.users.lock(link.userId!, tx);
      if (!user.activatedAt || user.emailKey !== link.emailKey) refuse('LINK_INVALID');
      const version = await this.newPasswords.store(user.id, hash, tx);
      await tx.query(
        `update link set used_at = now() where user_id = $1 and purpose = 'password_reset' and used_at is null`,
        [user.id],
      );
      await this.sessions.endAll(user.id, version, tx);
      await tx.query('delete from known_device where user_id = $1', [user.id]);
      await this.guard.unlock(user.email, tx);
      const person = { companyId: null, userId: user.id, aggregateId: user.id, version };
      this.security.noteCommitted('authn_password_change', tx, { targetId: user.id, reason: 'reset' });
      tx.emit(passwordChanged, { ...person, data: { userId: user.id } });
    });
  }
}
