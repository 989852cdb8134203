import { IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';

export class CompleteUpload {
  @IsUUID() id: string;
}

/**
 * Asked by the gateway in its own name: only who stores the bytes knows that they are all there, and after hours of
 * uploading the person's token of the beginning has long expired.
 */
export const completeUpload = request({
  subject: 'rpc.support.upload.complete.v1',
  request: CompleteUpload,
  reply: null,
  summary: 'All bytes of an upload are stored.',
  access: access.service,
  idempotent: true,
});
