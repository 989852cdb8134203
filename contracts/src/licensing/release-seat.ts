import { Describe, IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';

export class ReleaseSeat {
  @IsUUID() @Describe('The license.') id: string;
  @IsUUID() seatId: string;
}

export const releaseSeat = request({
  subject: 'rpc.licensing.seat.release.v1',
  request: ReleaseSeat,
  reply: null,
  summary: 'Free a seat. The next check of the applications on that device fails.',
  access: access.company('licenses.manage'),
});
