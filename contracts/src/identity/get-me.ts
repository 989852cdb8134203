import { Empty } from '../empty.js';
import { IsInt, Min, request } from '../kit/index.js';
import { MeView } from './me-view.js';
import { access } from '../access.js';

/** With the version that `If-Match` of a change must name. */
export class VersionedMe extends MeView {
  @IsInt() @Min(1) version: number;
}

export const getMe = request({
  subject: 'rpc.identity.me.get.v1',
  request: Empty,
  reply: VersionedMe,
  summary: 'Profile, role, rights and company of the person who asks.',
  access: access.ownAccount,
  idempotent: true,
});
