import type { AttachmentView, MessageView, StaffMessageView } from '@tessera/contracts';
import type { Message } from './message.entity.js';

export const toMessageView = (m: Message, attachments: AttachmentView[]): MessageView => ({
  id: m.id,
  from: m.side,
  writer: m.writerName,
  text: m.text,
  attachments,
  createdAt: m.createdAt.toISOString(),
});

export const toStaffMessageView = (m: Message, attachments: AttachmentView[]): StaffMessageView => ({
  ...toMessageView(m, attachments),
  internal: m.internal,
});
