import { event, Field } from '../kit/index.js';

export class RequestAnswered {
  @Field.id() requestId: string;
  @Field.line({ max: 40 }) number: string;
  @Field.id() messageId: string;
  @Field.id() authorId: string;
  @Field.line({ max: 40 }) status: string;
}

export const requestAnswered = event({
  subject: 'evt.support.request.answered.v1',
  payload: RequestAnswered,
  summary: 'Support answered a request.',
  hearers: ['notifications'],
  live: { kind: 'request.answered', to: 'user' },
});
