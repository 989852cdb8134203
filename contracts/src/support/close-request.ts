import { IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';
import { RequestView } from './request-view.js';

export class CloseRequest {
  @IsUUID() id: string;
}

export const closeRequest = request({
  subject: 'rpc.support.request.close.v1',
  request: CloseRequest,
  reply: RequestView,
  errors: { REQUEST_FINAL: 'conflict' },
  summary: 'Close a request that is solved or no longer current; final.',
  access: access.customer,
});
