import { event, Field } from '../kit/index.js';

export class RequestChanged {
  @Field.id() requestId: string;
  @Field.line({ max: 40 }) status: string;
}

export const requestChanged = event({
  subject: 'evt.support.request.changed.v1',
  payload: RequestChanged,
  summary: 'Status or conversation of a request changed.',
  hearers: [],
  live: { kind: 'request.changed', to: 'user' },
});
