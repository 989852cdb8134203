import type { AttachmentView, UploadView } from '@tessera/contracts';
import type { Attachment } from './attachment.entity.js';

export const toAttachmentView = ({ id, fileName, size }: Attachment): AttachmentView => ({
  id,
  fileName,
  size,
});

export const toUploadView = ({ id, size, state }: Attachment): UploadView => ({
  id,
  size,
  state: state as UploadView['state'],
});
