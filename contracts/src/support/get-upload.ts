import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';

export class GetUpload {
  @Field.id() id: string;
}

export class UploadView {
  @Field.id() id: string;
  @Field.integer({ min: 0 }) size: number;
  @Field.oneOf(['uploading', 'complete']) state: 'uploading' | 'complete';
}

export const getUpload = request({
  subject: 'rpc.support.upload.get.v1',
  request: GetUpload,
  reply: UploadView,
  summary: 'An own upload that is not part of a request yet.',
  access: access.signedIn,
  idempotent: true,
});
