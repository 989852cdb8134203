import { getMessageBrief, type GetMessageBrief, type MessageBrief } from '@tessera/contracts';
import { Database, Handles, refuse } from '@tessera/platform';
import { fitName } from '../names/names.js';
import { RequestsAcrossCompanies } from '../queue/requests-across-companies.repository.js';
import { MessagesRepository } from './messages.repository.js';

@Handles(getMessageBrief)
export class GetMessageBriefHandler {
  constructor(
    private readonly database: Database,
    private readonly queue: RequestsAcrossCompanies,
    private readonly messages: MessagesRepository,
  ) {}

  async handle(input: GetMessageBrief): Promise<MessageBrief> {
    const request = await this.queue.get(input.requestId, this.database);
    const { number, subject, status, authorId } = request;
    const brief = { number, subject, status, authorId };
    if (!input.messageId) return { ...brief, writer: fitName(request.authorName), text: request.description };
    const message = await this.messages.public(request.companyId, request.id, input.messageId, this.database);
    if (!message) refuse('NOT_FOUND');
    return { ...brief, writer: fitName(message.writerName), text: message.text };
  }
}
