import { Field, request } from '../kit/index.js';
import { access } from './rights.js';

export class RefreshSession {
  @Field.line({ max: 200 }) refreshToken: string;
}

export class RefreshedSession {
  @Field.line({ max: 200 }) accessToken: string;
  @Field.line({ max: 200, description: 'The old one is spent.' }) refreshToken: string;
  @Field.time({ description: 'End of the access token.' }) expiresAt: string;
}

export const refreshSession = request({
  subject: 'rpc.identity.session.refresh.v1',
  request: RefreshSession,
  reply: RefreshedSession,
  errors: { CREDENTIALS_REJECTED: 'unauthenticated' },
  summary: 'Turns a refresh token into a new pair; using a spent one ends the session.',
  access: access.anybody,
});
