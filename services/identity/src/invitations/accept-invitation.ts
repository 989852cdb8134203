import { acceptInvitation, userActivated, type AcceptInvitation } from '@tessera/contracts';
import { Handles, refuse, Transaction, uuidv7, type RequestContext } from '@tessera/platform';
import type { LinkPurpose } from '../links/link.entity.js';
import { LinksRepository } from '../links/links.repository.js';
import { NewPasswords } from '../passwords/new-passwords.js';
import { UsersRepository } from '../users/users.repository.js';
import { InvitationAcceptance } from './invitation-acceptance.js';

const purposes: LinkPurpose[] = ['invitation'];

/** For people without an account. A person who has one signs in and joins with it: a link sets no existing password. */
@Handles(acceptInvitation)
export class AcceptInvitationHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly links: LinksRepository,
    private readonly newPasswords: NewPasswords,
    private readonly users: UsersRepository,
    private readonly acceptance: InvitationAcceptance,
  ) {}

  async handle(input: AcceptInvitation, ctx: RequestContext): Promise<void> {
    const { link: seen, words } = await this.links.peek(input.token, purposes);
    const owner = { email: seen.email, words: [...words, input.firstName, input.lastName] };
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
      const companyId = await this.acceptance.accept(link, user, tx);
      const data = { userId: user.id, companyId };
      tx.emit(userActivated, { companyId, userId: user.id, aggregateId: user.id, version, data });
    });
  }
}
