import { findRequest, type FindRequest, type RequestView } from '@tessera/contracts';
import { Database, Handles, type RequestContext } from '@tessera/platform';
import { toRequestView } from './request.to-view.js';
import { RequestsRepository } from './requests.repository.js';

@Handles(findRequest)
export class FindRequestHandler {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestsRepository,
  ) {}

  async handle(input: FindRequest, ctx: RequestContext): Promise<RequestView> {
    return toRequestView(await this.requests.visibleByNumber(ctx, input.number, this.database));
  }
}
