import { event, Field } from '../kit/index.js';

export class RequestRegistered {
  @Field.id() requestId: string;
  @Field.line({ max: 40 }) number: string;
  @Field.id() authorId: string;
}

export const requestRegistered = event({
  subject: 'evt.support.request.registered.v1',
  payload: RequestRegistered,
  summary: 'A request has a number and is being worked on.',
  hearers: ['notifications'],
  live: { kind: 'request.created', to: 'company', right: 'requests.manage' },
});
