import { IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';

export class RevokeEnrollment {
  @IsUUID() id: string;
}

export const revokeEnrollment = request({
  subject: 'rpc.devices.enrollment.revoke.v1',
  request: RevokeEnrollment,
  reply: null,
  summary: 'Withdraw a code: no device joins with it any more; those that have joined stay.',
  access: access.company('devices.manage'),
  idempotent: true,
});
