import { assignRequest, supportRoles, type AssignRequest, type StaffRequestView } from '@tessera/contracts';
import { Handles, Problem, refuse, Transaction, type RequestContext } from '@tessera/platform';
import { fullName, Names } from '../names/names.js';
import { toStaffRequestView } from '../requests/request.to-view.js';
import { RequestsRepository } from '../requests/requests.repository.js';
import { RequestsAcrossCompanies } from './requests-across-companies.repository.js';

const roles: readonly string[] = supportRoles;

@Handles(assignRequest)
export class AssignRequestHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly queue: RequestsAcrossCompanies,
    private readonly requests: RequestsRepository,
    private readonly names: Names,
  ) {}

  async handle(input: AssignRequest, ctx: RequestContext): Promise<StaffRequestView> {
    const assigneeName = input.userId ? await this.nameOfSupport(input.userId, ctx) : null;
    return this.transaction.run(ctx, async (tx) => {
      const request = await this.queue.lock(input.id, tx);
      request.requireOpen();
      Object.assign(request, { assigneeId: input.userId, assigneeName });
      await this.requests.update(request.companyId, request, tx);
      return toStaffRequestView(request);
    });
  }

  private async nameOfSupport(userId: string, ctx: RequestContext): Promise<string> {
    const contact = await this.names.contact(userId, ctx).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'NOT_FOUND') return null;
      throw error;
    });
    if (!contact || !roles.includes(contact.role)) refuse('ASSIGNEE_NOT_SUPPORT');
    return fullName(contact);
  }
}
