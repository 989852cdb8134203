import { Describe, IsIn, IsOptional, IsUUID, NestedList, request } from '../kit/index.js';
import { Contact } from './get-contact.js';
import { access, rights } from '../access.js';

export class ListContacts {
  @IsUUID() companyId: string;
  @IsOptional()
  @IsIn(rights)
  @Describe('Only people with this right; the owner always.')
  right?: (typeof rights)[number];
}

export class Contacts {
  @NestedList(() => Contact, 1000) items: Contact[];
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
