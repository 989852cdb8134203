import { getRequest, type GetRequest, type RequestDetails } from '@tessera/contracts';
import { Database, Handles, type RequestContext } from '@tessera/platform';
import { AttachmentsRepository } from '../attachments/attachments.repository.js';
import { toRequestDetails } from './request.to-view.js';
import { RequestsRepository } from './requests.repository.js';

@Handles(getRequest)
export class GetRequestHandler {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestsRepository,
    private readonly attachments: AttachmentsRepository,
  ) {}

  async handle(input: GetRequest, ctx: RequestContext): Promise<RequestDetails> {
    const request = await this.requests.visible(ctx, input.id, this.database);
    return toRequestDetails(request, await this.attachments.ofRequest(request.id, this.database));
  }
}
