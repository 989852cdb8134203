import { OTHER_VERSIONS } from '../if-match.js';
import { Field, request } from '../kit/index.js';
import { VersionedMe } from './get-me.js';
import { access } from './rights.js';

export class UpdateMe {
  @Field.integer({ min: 1, optional: true, description: 'From the header `If-Match`.' }) ifMatch?: number;
  @Field.texts(OTHER_VERSIONS) ifMatchOthers?: string[];
  @Field.line({ min: 1, max: 100, pattern: '\\S', optional: true }) firstName?: string;
  @Field.line({ min: 1, max: 100, pattern: '\\S', optional: true }) lastName?: string;
  @Field.country({ optional: true }) country?: string;
  @Field.language({ optional: true }) language?: string;
}

export const updateMe = request({
  subject: 'rpc.identity.me.update.v1',
  request: UpdateMe,
  reply: VersionedMe,
  summary: 'Changes name, country or language of the person who asks.',
  access: access.ownAccount,
});
