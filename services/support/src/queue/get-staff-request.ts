import { getStaffRequest, type GetStaffRequest, type StaffRequestDetails } from '@tessera/contracts';
import { Database, Handles } from '@tessera/platform';
import { AttachmentsRepository } from '../attachments/attachments.repository.js';
import { toStaffRequestDetails } from '../requests/request.to-view.js';
import { RequestsAcrossCompanies } from './requests-across-companies.repository.js';

@Handles(getStaffRequest)
export class GetStaffRequestHandler {
  constructor(
    private readonly database: Database,
    private readonly queue: RequestsAcrossCompanies,
    private readonly attachments: AttachmentsRepository,
  ) {}

  async handle(input: GetStaffRequest): Promise<StaffRequestDetails> {
    const request = await this.queue.get(input.id, this.database);
    return toStaffRequestDetails(request, await this.attachments.ofRequest(request.id, this.database));
  }
}
