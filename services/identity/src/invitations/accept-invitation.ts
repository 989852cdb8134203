import { acceptInvitation, userActivated, type AcceptInvitation } from '@tessera/contracts';
import { Handles, refuse, Transaction, uuidv7, type RequestContext } from '@tessera/platform';
import type { LinkPurpose } from '../links/link.js';
import { Links } from '../links/links.repository.js';
import { NewPasswords } from '../passwords/new-passwords.js';
import { Users } from '../users/users.repository.js';
import { Joining } from './joining.js';

const purposes: LinkPurpose[] = ['invitation'];

/** For people without an account. Who has one signs in and joins with it: a link sets no existing password. */
@Handles(acceptInvitation)
export class AcceptInvitationHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly links: Links,
    private readonly newPasswords: NewPasswords,
    private readonly users: Users,
    private readonly joining: Joining,
  ) {}

  async handle(input: AcceptInvitation, ctx: RequestContext): Promise<void> {
    const { email, words } = await this.links.peek(input.token, purposes);
    const owner = { email, words: [...words, input.firstName, input.lastName] };
    const hash = await this.newPasswords.make(input.password, owner, null);
    await this.transaction.run(ctx, async (tx) => {
      const link = await this.links.consume(input.token, purposes, tx);
      const user = {
        id: uuidv7(),
        email: link.email,
        emailKey: link.emailKey,
        firstName: input.firstName.trim(),
        lastName: input.lastName.trim(),
        country: input.country,
        language: ctx.language,
        termsAcceptedAt: new Date(),
      };
      if (!(await this.users.insert(user, tx))) refuse('ACCOUNT_EXISTS');
      const version = await this.newPasswords.store(user.id, hash, tx);
      const companyId = await this.joining.join(link, user, tx);
      const data = { userId: user.id, companyId };
      tx.emit(userActivated, { companyId, userId: user.id, aggregateId: user.id, version, data });
    });
  }
}
