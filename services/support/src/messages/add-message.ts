import { addMessage, type AddMessage, type MessageView } from '@tessera/contracts';
import { Handles, Transaction, type RequestContext } from '@tessera/platform';
import { AttachmentsRepository, requireFewAttachments } from '../attachments/attachments.repository.js';
import { Names } from '../names/names.js';
import { emitChanged } from '../requests/request-events.js';
import { RequestsRepository } from '../requests/requests.repository.js';
import { Message } from './message.entity.js';
import { toMessageView } from './message.to-view.js';
import { MessagesRepository } from './messages.repository.js';

@Handles(addMessage)
export class AddMessageHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly requests: RequestsRepository,
    private readonly messages: MessagesRepository,
    private readonly attachments: AttachmentsRepository,
    private readonly names: Names,
  ) {}

  async handle(input: AddMessage, ctx: RequestContext): Promise<MessageView> {
    const { userId } = ctx;
    requireFewAttachments(input.attachmentIds);
    const writerName = await this.names.person(userId, ctx);
    return this.transaction.run(ctx, async (tx) => {
      const at = new Date();
      const request = await this.requests.lockVisible(ctx, input.id, tx);
      request.answeredByCustomer(at);
      const message = Message.write(
        request,
        { side: 'customer', internal: false, writerId: userId, writerName, text: input.text },
        at,
      );
      await this.messages.insert(request.companyId, message, tx);
      const files = await this.attachments.use(
        input.attachmentIds ?? [],
        { ownerId: userId, requestId: request.id, messageId: message.id },
        tx,
      );
      await this.requests.update(request.companyId, request, tx);
      emitChanged(request, tx);
      return toMessageView(message, files);
    });
  }
}
