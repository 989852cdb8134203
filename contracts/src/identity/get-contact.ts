import { Field, request } from '../kit/index.js';
import { MAX_PERSON_NAME } from '../limits.js';
import { access } from './rights.js';

export class GetContact {
  @Field.id() userId: string;
}

export class Contact {
  @Field.id() userId: string;
  @Field.id({ nullable: true }) companyId: string | null;
  @Field.email() email: string;
  @Field.line({ max: MAX_PERSON_NAME }) firstName: string;
  @Field.line({ max: MAX_PERSON_NAME }) lastName: string;
  @Field.language() language: string;
  @Field.line({ max: 30 }) role: string;
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
