import {
  answerRequest,
  requestAnswered,
  type AnswerRequest,
  type StaffMessageView,
} from '@tessera/contracts';
import { Handles, refuse, Transaction, type RequestContext, type Tx } from '@tessera/platform';
import { AttachmentsRepository, requireFewAttachments } from '../attachments/attachments.repository.js';
import { Message } from '../messages/message.entity.js';
import { toStaffMessageView } from '../messages/message.to-view.js';
import { MessagesRepository } from '../messages/messages.repository.js';
import { Names } from '../names/names.js';
import { about, emitChanged } from '../requests/request-events.js';
import type { SupportRequest } from '../requests/request.entity.js';
import { RequestsRepository } from '../requests/requests.repository.js';
import { RequestsAcrossCompanies } from './requests-across-companies.repository.js';

@Handles(answerRequest)
export class AnswerRequestHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly queue: RequestsAcrossCompanies,
    private readonly requests: RequestsRepository,
    private readonly messages: MessagesRepository,
    private readonly attachments: AttachmentsRepository,
    private readonly names: Names,
  ) {}

  async handle(input: AnswerRequest, ctx: RequestContext): Promise<StaffMessageView> {
    const { internal = false } = input;
    if (internal && input.status) {
      refuse('VALIDATION_FAILED', {
        errors: [{ field: 'status', code: 'NOT_ALLOWED', detail: 'a note changes no status' }],
      });
    }
    requireFewAttachments(input.attachmentIds);
    const writerName = await this.names.person(ctx.userId, ctx);
    return this.transaction.run(ctx, async (tx) => {
      const at = new Date();
      const request = await this.queue.lock(input.id, tx);
      request.requireOpen();
      const message = Message.write(
        request,
        { side: 'support', internal, writerId: ctx.userId, writerName, text: input.text },
        at,
      );
      await this.messages.insert(request.companyId, message, tx);
      const files = await this.attachments.use(
        input.attachmentIds ?? [],
        { ownerId: ctx.userId, requestId: request.id, messageId: message.id },
        tx,
      );
      // A note leaves the request as it is, so that not even the time of its last change tells of it.
      if (!internal) await this.answer(request, message, input.status, at, tx);
      return toStaffMessageView(message, files);
    });
  }

  private async answer(
    request: SupportRequest,
    message: Message,
    status: AnswerRequest['status'],
    at: Date,
    tx: Tx,
  ): Promise<void> {
    const before = request.status;
    request.answeredBySupport(status, at);
    await this.requests.update(request.companyId, request, tx);
    const { id: requestId, number, authorId } = request;
    tx.emit(requestAnswered, {
      ...about(request),
      data: { requestId, number, messageId: message.id, authorId, status: request.status },
    });
    if (request.status !== before) emitChanged(request, tx);
  }
}
