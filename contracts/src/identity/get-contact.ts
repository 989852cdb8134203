import {
  IsEmailAddress,
  IsLanguageTag,
  IsLine,
  IsNullable,
  IsUUID,
  MaxLength,
  request,
} from '../kit/index.js';
import { MAX_PERSON_NAME } from '../limits.js';
import { access } from '../access.js';

export class GetContact {
  @IsUUID() userId: string;
}

export class Contact {
  @IsUUID() userId: string;
  @IsNullable() @IsUUID() companyId: string | null;
  @IsEmailAddress() email: string;
  @IsLine() @MaxLength(MAX_PERSON_NAME) firstName: string;
  @IsLine() @MaxLength(MAX_PERSON_NAME) lastName: string;
  @IsLanguageTag() language: string;
  @IsLine() @MaxLength(30) role: string;
}

export const getContact = request({
  subject: 'rpc.identity.contact.get.v1',
  request: GetContact,
  reply: Contact,
  summary: 'How to write to a person: address, name, language.',
  access: access.service,
  callers: ['notifications', 'support'],
  idempotent: true,
});
