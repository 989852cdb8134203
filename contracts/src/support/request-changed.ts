import { event, IsLine, IsUUID, MaxLength } from '../kit/index.js';

export class RequestChanged {
  @IsUUID() requestId: string;
  @IsLine() @MaxLength(40) status: string;
}

export const requestChanged = event({
  subject: 'evt.support.request.changed.v1',
  payload: RequestChanged,
  summary: 'Status or conversation of a request changed.',
  consumers: [],
  live: { kind: 'request.changed', to: 'user', ids: ['requestId'] },
});
