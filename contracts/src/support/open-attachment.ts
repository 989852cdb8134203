import { Describe, IsInt, IsLine, IsUUID, MaxLength, Min, request } from '../kit/index.js';
import { MAX_FILE_NAME } from '../limits.js';
import { access } from '../access.js';

export class OpenAttachment {
  @IsUUID() id: string;
}

export class OpenedAttachment {
  @IsLine() @MaxLength(MAX_FILE_NAME) fileName: string;
  @IsInt() @Min(0) size: number;
  @IsLine() @MaxLength(100) @Describe('Where the bytes are in the blob store.') blobKey: string;
}

export const openAttachment = request({
  subject: 'rpc.support.attachment.open.v1',
  request: OpenAttachment,
  reply: OpenedAttachment,
  summary: 'Whether the person may read an attachment, and where it is.',
  access: access.signedIn,
  idempotent: true,
});
