import { Field, request } from '../kit/index.js';
import { Contact } from './get-contact.js';
import { access, rights } from './rights.js';

export class ListContacts {
  @Field.id() companyId: string;
  @Field.oneOf(rights, { optional: true, description: 'Only people with this right; the owner always.' })
  right?: (typeof rights)[number];
}

export class Contacts {
  @Field.list(() => Contact, { maxItems: 1000 }) items: Contact[];
}

export const listContacts = request({
  subject: 'rpc.identity.contact.list.v1',
  request: ListContacts,
  reply: Contacts,
  summary: 'The active people of a company, or those with a right.',
  access: access.service,
  callers: ['notifications', 'support'],
  idempotent: true,
});
