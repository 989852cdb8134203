import { listInvitations, type InvitationList, type ListInvitations } from '@tessera/contracts';
import { Cursors, Database, Handles, type RequestContext } from '@tessera/platform';
import { toInvitationView } from './invitation.to-view.js';
import { InvitationsRepository } from './invitations.repository.js';

@Handles(listInvitations)
export class ListInvitationsHandler {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly invitations: InvitationsRepository,
  ) {}

  async handle(input: ListInvitations, ctx: RequestContext): Promise<InvitationList> {
    const limit = input.limit ?? 25;
    const scope = `invitations:${ctx.companyId}`;
    const before = input.cursor ? String(this.cursors.decode(input.cursor, scope)[0]) : null;
    const read = await this.invitations.page(ctx.companyId, before, limit + 1, this.database);
    return this.cursors.page(read, limit, scope, (i) => [i.id], toInvitationView);
  }
}
