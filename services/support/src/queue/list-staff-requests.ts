import { listStaffRequests, type ListStaffRequests, type StaffRequestList } from '@tessera/contracts';
import { Cursors, Database, Handles, refuse, type RequestContext } from '@tessera/platform';
import { toStaffRequestView } from '../requests/request.to-view.js';
import { RequestsAcrossCompanies } from './requests-across-companies.repository.js';

@Handles(listStaffRequests)
export class ListStaffRequestsHandler {
  constructor(
    private readonly database: Database,
    private readonly queue: RequestsAcrossCompanies,
    private readonly cursors: Cursors,
  ) {}

  async handle(input: ListStaffRequests, ctx: RequestContext): Promise<StaffRequestList> {
    const { companyId, status, category, product, sort = '-createdAt', limit = 25, cursor } = input;
    const assigneeId = assigneeOf(input.assignee, ctx);
    const scope = ['queue', companyId, status, category, product, assigneeId, sort]
      .map((part) => part ?? '')
      .join('/');
    const [after] = cursor ? this.cursors.decode(cursor, scope) : [];
    const filter = {
      ...(companyId ? { companyId } : {}),
      ...(status ? { status } : {}),
      ...(category ? { category } : {}),
      ...(product ? { productId: product } : {}),
      ...(assigneeId ? { assigneeId: assigneeId === 'nobody' ? null : assigneeId } : {}),
      ...(after ? { after: String(after) } : {}),
    };
    const rows = await this.queue.list(filter, sort === '-createdAt', limit + 1, this.database);
    return this.cursors.page(rows, limit, scope, (r) => [r.id], toStaffRequestView);
  }
}

function assigneeOf(assignee: string | undefined, ctx: RequestContext): string | undefined {
  if (assignee === 'me') return ctx.userId;
  if (assignee === undefined || assignee === 'nobody') return assignee;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(assignee)) return assignee.toLowerCase();
  return refuse('VALIDATION_FAILED', {
    errors: [{ field: 'assignee', code: 'MALFORMED', detail: 'must be an id, "me" or "nobody"' }],
  });
}
