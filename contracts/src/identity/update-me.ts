import { OTHER_VERSIONS } from '../if-match.js';
import { Field, request } from '../kit/index.js';
import { MAX_PERSON_NAME } from '../limits.js';
import { VersionedMe } from './get-me.js';
import { access } from './rights.js';

export class UpdateMe {
  @Field.integer({ min: 1, optional: true, description: 'From the header `If-Match`.' }) ifMatch?: number;
  @Field.texts(OTHER_VERSIONS) ifMatchOthers?: string[];
  @Field.name({ max: MAX_PERSON_NAME, optional: true }) firstName?: string;
  @Field.name({ max: MAX_PERSON_NAME, optional: true }) lastName?: string;
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
