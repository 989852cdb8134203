import { event, IsLine, IsUUID, MaxLength } from '../kit/index.js';

export class RequestRegistered {
  @IsUUID() requestId: string;
  @IsLine() @MaxLength(40) number: string;
  @IsUUID() authorId: string;
}

export const requestRegistered = event({
  subject: 'evt.support.request.registered.v1',
  payload: RequestRegistered,
  summary: 'A request has a number and is being worked on.',
  consumers: ['notifications'],
  live: { kind: 'request.created', to: 'company', right: 'requests.manage', ids: ['requestId', 'authorId'] },
});
