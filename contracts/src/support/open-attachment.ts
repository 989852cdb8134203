import { Field, request } from '../kit/index.js';
import { MAX_FILE_NAME } from '../limits.js';
import { access } from '../identity/rights.js';

export class OpenAttachment {
  @Field.id() id: string;
}

export class OpenedAttachment {
  @Field.line({ max: MAX_FILE_NAME }) fileName: string;
  @Field.integer({ min: 0 }) size: number;
  @Field.line({ max: 100, description: 'Where the bytes are in the blob store.' }) blobKey: string;
}

export const openAttachment = request({
  subject: 'rpc.support.attachment.open.v1',
  request: OpenAttachment,
  reply: OpenedAttachment,
  summary: 'Whether the person may read an attachment, and where it is.',
  access: access.signedIn,
  idempotent: true,
});
