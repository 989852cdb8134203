import { signOut } from '@tessera/contracts';
import { Handles, Transaction, type RequestContext } from '@tessera/platform';
import { SessionsRepository } from './sessions.repository.js';

@Handles(signOut)
export class SignOutHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly sessions: SessionsRepository,
  ) {}

  async handle(_input: object, ctx: RequestContext): Promise<void> {
    const { userId, sessionId } = ctx.person;
    await this.transaction.run(ctx, (tx) => this.sessions.end(userId, sessionId, tx));
  }
}
