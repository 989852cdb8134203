import { closeRequest, type CloseRequest, type RequestView } from '@tessera/contracts';
import { Handles, Transaction, type RequestContext } from '@tessera/platform';
import { emitChanged } from './request-events.js';
import { toRequestView } from './request.to-view.js';
import { RequestsRepository } from './requests.repository.js';

@Handles(closeRequest)
export class CloseRequestHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly requests: RequestsRepository,
  ) {}

  handle(input: CloseRequest, ctx: RequestContext): Promise<RequestView> {
    return this.transaction.run(ctx, async (tx) => {
      const request = await this.requests.lockVisible(ctx, input.id, tx);
      request.closedByCustomer(new Date());
      await this.requests.update(request.companyId, request, tx);
      emitChanged(request, tx);
      return toRequestView(request);
    });
  }
}
