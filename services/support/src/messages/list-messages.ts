import { listMessages, type ListMessages, type MessageList } from '@tessera/contracts';
import { Database, Handles, type RequestContext } from '@tessera/platform';
import { RequestsRepository } from '../requests/requests.repository.js';
import { Conversation } from './conversation.js';
import { toMessageView } from './message.to-view.js';

@Handles(listMessages)
export class ListMessagesHandler {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestsRepository,
    private readonly conversation: Conversation,
  ) {}

  async handle(input: ListMessages, ctx: RequestContext): Promise<MessageList> {
    const { companyId } = await this.requests.visible(ctx, input.id, this.database);
    return this.conversation.page(companyId, input, false, toMessageView);
  }
}
