import { IsOtherVersions } from '../if-match.js';
import {
  Describe,
  IsCountry,
  IsInt,
  IsLanguageTag,
  IsName,
  IsOptional,
  MaxLength,
  Min,
  request,
} from '../kit/index.js';
import { MAX_PERSON_NAME } from '../limits.js';
import { VersionedMe } from './get-me.js';
import { access } from '../access.js';

export class UpdateMe {
  @IsOptional() @IsInt() @Min(1) @Describe('From the header `If-Match`.') ifMatch?: number;
  @IsOtherVersions() ifMatchOthers?: string[];
  @IsOptional() @IsName() @MaxLength(MAX_PERSON_NAME) firstName?: string;
  @IsOptional() @IsName() @MaxLength(MAX_PERSON_NAME) lastName?: string;
  @IsOptional() @IsCountry() country?: string;
  @IsOptional() @IsLanguageTag() language?: string;
}

export const updateMe = request({
  subject: 'rpc.identity.me.update.v1',
  request: UpdateMe,
  reply: VersionedMe,
  summary: 'Changes name, country or language of the person who asks.',
  access: access.ownAccount,
});
