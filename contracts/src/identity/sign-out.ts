import { Empty } from '../empty.js';
import { request } from '../kit/index.js';
import { access } from '../access.js';

export const signOut = request({
  subject: 'rpc.identity.session.sign-out.v1',
  request: Empty,
  reply: null,
  summary: 'Ends the session of the person who asks, with its tokens.',
  access: access.ownAccount,
  idempotent: true,
});
