import { IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';

export class TerminateUpload {
  @IsUUID() id: string;
}

export const terminateUpload = request({
  subject: 'rpc.support.upload.terminate.v1',
  request: TerminateUpload,
  reply: null,
  summary: 'Give up an own upload; its bytes no longer count and are deleted.',
  access: access.signedIn,
});
