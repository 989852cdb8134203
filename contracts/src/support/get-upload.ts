import { IsIn, IsInt, IsUUID, Min, request } from '../kit/index.js';
import { access } from '../access.js';

export class GetUpload {
  @IsUUID() id: string;
}

export class UploadView {
  @IsUUID() id: string;
  @IsInt() @Min(0) size: number;
  @IsIn(['uploading', 'complete']) state: 'uploading' | 'complete';
}

export const getUpload = request({
  subject: 'rpc.support.upload.get.v1',
  request: GetUpload,
  reply: UploadView,
  summary: 'An own upload that is not part of a request yet.',
  access: access.signedIn,
  idempotent: true,
});
