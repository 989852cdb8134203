import {
  IsBoolean,
  IsCursor,
  IsIn,
  IsInstant,
  IsLine,
  IsNullable,
  IsString,
  IsUUID,
  MaxLength,
  NestedList,
} from '../kit/index.js';
import { MAX_FULL_NAME, MAX_MESSAGE } from '../limits.js';
import { AttachmentView } from './attachment-view.js';
import { MAX_ATTACHMENTS } from './vocabulary.js';

export class MessageView {
  @IsUUID() id: string;
  @IsIn(['customer', 'support']) from: 'customer' | 'support';
  @IsLine() @MaxLength(MAX_FULL_NAME) writer: string;
  @IsString() @MaxLength(MAX_MESSAGE) text: string;
  @NestedList(() => AttachmentView, MAX_ATTACHMENTS) attachments: AttachmentView[];
  @IsInstant() createdAt: string;
}

export class MessageList {
  @NestedList(() => MessageView, 100) items: MessageView[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}

/** As support sees it: with the notes that customers never see. */
export class StaffMessageView extends MessageView {
  @IsBoolean() internal: boolean;
}

export class StaffMessageList {
  @NestedList(() => StaffMessageView, 100) items: StaffMessageView[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}
