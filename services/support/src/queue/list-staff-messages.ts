import { listStaffMessages, type ListStaffMessages, type StaffMessageList } from '@tessera/contracts';
import { Database, Handles } from '@tessera/platform';
import { Conversation } from '../messages/conversation.js';
import { toStaffMessageView } from '../messages/message.to-view.js';
import { RequestsAcrossCompanies } from './requests-across-companies.repository.js';

@Handles(listStaffMessages)
export class ListStaffMessagesHandler {
  constructor(
    private readonly database: Database,
    private readonly queue: RequestsAcrossCompanies,
    private readonly conversation: Conversation,
  ) {}

  async handle(input: ListStaffMessages): Promise<StaffMessageList> {
    const { companyId } = await this.queue.get(input.id, this.database);
    return this.conversation.page(companyId, input, true, toStaffMessageView);
  }
}
