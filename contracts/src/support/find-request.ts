import { IsNameOrEmpty, MaxLength, request } from '../kit/index.js';
import { access } from '../access.js';
import { RequestView } from './request-view.js';

export class FindRequest {
  @IsNameOrEmpty() @MaxLength(40) number: string;
}

export const findRequest = request({
  subject: 'rpc.support.request.find.v1',
  request: FindRequest,
  reply: RequestView,
  summary: 'The request of a number, among those that the person may see.',
  access: access.customer,
  idempotent: true,
});
