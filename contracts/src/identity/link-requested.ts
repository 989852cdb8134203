import { event, IsLine, IsUUID, MaxLength } from '../kit/index.js';

export class LinkRequested {
  @IsUUID() linkId: string;
  @IsLine() @MaxLength(40) purpose: string;
}

export const linkRequested = event({
  subject: 'evt.identity.link.requested.v1',
  payload: LinkRequested,
  summary: 'A link is to be mailed; who mails it asks for the token.',
  consumers: ['notifications'],
});
