import { listRequests, type ListRequests, type RequestList } from '@tessera/contracts';
import { Cursors, Database, Handles, type RequestContext } from '@tessera/platform';
import { toRequestView } from './request.to-view.js';
import { RequestsRepository } from './requests.repository.js';
import { tenantsOf } from './tenant.js';

@Handles(listRequests)
export class ListRequestsHandler {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestsRepository,
    private readonly cursors: Cursors,
  ) {}

  async handle(input: ListRequests, ctx: RequestContext): Promise<RequestList> {
    const { author = 'me', status, limit = 25, cursor } = input;
    if (author === 'all') ctx.requireRight('requests.manage');
    const [tenant] = tenantsOf(ctx);
    const scope = ['requests', tenant, author === 'all' ? 'all' : ctx.userId, status ?? ''].join('/');
    const [after] = cursor ? this.cursors.decode(cursor, scope) : [];
    const filter = {
      ofCompanyAlone: author === 'all',
      ...(author === 'me' ? { authorId: ctx.userId } : {}),
      ...(status ? { status } : {}),
      ...(after ? { after: String(after) } : {}),
    };
    const rows = await this.requests.list(ctx, filter, limit + 1, this.database);
    return this.cursors.page(rows, limit, scope, (r) => [r.id], toRequestView);
  }
}
