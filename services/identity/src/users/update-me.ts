import { updateMe, userChanged, type UpdateMe, type VersionedMe } from '@tessera/contracts';
import { Handles, requireMatch, Transaction, type RequestContext } from '@tessera/platform';
import { toVersionedMe } from './person.js';
import { UsersRepository } from './users.repository.js';

@Handles(updateMe)
export class UpdateMeHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly users: UsersRepository,
  ) {}

  async handle(input: UpdateMe, ctx: RequestContext): Promise<VersionedMe> {
    return this.transaction.run(ctx, async (tx) => {
      const user = await this.users.lock(ctx.userId, tx);
      requireMatch(input, user.version);
      await this.users.change(user.id, input, tx);
      const person = await this.users.person(user.id, tx);
      tx.emit(userChanged, {
        companyId: person.companyId,
        userId: user.id,
        aggregateId: user.id,
        version: person.version,
        data: { userId: user.id },
      });
      return toVersionedMe(person);
    });
  }
}
