import { getMe, type VersionedMe } from '@tessera/contracts';
import { Database, Handles, type RequestContext } from '@tessera/platform';
import { toVersionedMe } from './person.js';
import { UsersRepository } from './users.repository.js';

@Handles(getMe)
export class GetMeHandler {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
  ) {}

  async handle(_input: object, ctx: RequestContext): Promise<VersionedMe> {
    return toVersionedMe(await this.users.person(ctx.userId, this.database));
  }
}
