import { IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';
import { RequestDetails } from './request-details.js';

export class GetRequest {
  @IsUUID() id: string;
}

export const getRequest = request({
  subject: 'rpc.support.request.get.v1',
  request: GetRequest,
  reply: RequestDetails,
  summary: 'One request with its description.',
  access: access.customer,
  idempotent: true,
});
