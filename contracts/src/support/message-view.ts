import { Field } from '../kit/index.js';
import { MAX_FULL_NAME, MAX_MESSAGE } from '../limits.js';
import { AttachmentView } from './attachment-view.js';
import { MAX_ATTACHMENTS } from './vocabulary.js';

export class MessageView {
  @Field.id() id: string;
  @Field.oneOf(['customer', 'support']) from: 'customer' | 'support';
  @Field.line({ max: MAX_FULL_NAME }) writer: string;
  @Field.text({ max: MAX_MESSAGE }) text: string;
  @Field.list(() => AttachmentView, { maxItems: MAX_ATTACHMENTS }) attachments: AttachmentView[];
  @Field.time() createdAt: string;
}

export class MessageList {
  @Field.list(() => MessageView, { maxItems: 100 }) items: MessageView[];
  @Field.cursor({ nullable: true }) nextCursor: string | null;
}

/** As support sees it: with the notes that customers never see. */
export class StaffMessageView extends MessageView {
  @Field.flag() internal: boolean;
}

export class StaffMessageList {
  @Field.list(() => StaffMessageView, { maxItems: 100 }) items: StaffMessageView[];
  @Field.cursor({ nullable: true }) nextCursor: string | null;
}
