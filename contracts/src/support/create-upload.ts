import { Field, request } from '../kit/index.js';
import { MAX_FILE_NAME } from '../limits.js';
import { access } from '../identity/rights.js';

export class CreateUpload {
  @Field.text({ max: 4096, description: 'As the client names it; stored sanitised.' }) fileName: string;
  @Field.integer({ min: 0, description: 'Bytes.' }) size: number;
  @Field.line({ max: 200, optional: true, description: 'Kept for support; never served as such.' })
  contentType?: string;
  @Field.flag({
    optional: true,
    description: 'The statement on provision of data; the first upload ever needs it.',
  })
  acceptDataStatement?: boolean;
}

export class CreatedUpload {
  @Field.id() attachmentId: string;
  @Field.line({ max: MAX_FILE_NAME }) fileName: string;
}

export const createUpload = request({
  subject: 'rpc.support.upload.create.v1',
  request: CreateUpload,
  reply: CreatedUpload,
  errors: {
    DATA_STATEMENT_REQUIRED: 'forbidden',
    OPEN_UPLOADS_EXCEEDED: 'unprocessable',
    UPLOADS_FULL: 'unavailable',
  },
  summary: 'Announce a file; its id is the id of the resumable upload and of the attachment.',
  access: access.signedIn,
});
