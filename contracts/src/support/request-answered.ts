import { event, IsLine, IsUUID, MaxLength } from '../kit/index.js';

export class RequestAnswered {
  @IsUUID() requestId: string;
  @IsLine() @MaxLength(40) number: string;
  @IsUUID() messageId: string;
  @IsUUID() authorId: string;
  @IsLine() @MaxLength(40) status: string;
}

export const requestAnswered = event({
  subject: 'evt.support.request.answered.v1',
  payload: RequestAnswered,
  summary: 'Support answered a request.',
  consumers: ['notifications'],
  live: { kind: 'request.answered', to: 'user', ids: ['requestId', 'messageId', 'authorId'] },
});
