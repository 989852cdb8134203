import { getContact } from '@tessera/contracts';
import { idOf, type Source } from './source.js';

/** Mails to the address of an account (NOT-001), as it is now. */
export const person: Source = async (mail, { bus, ctx }) => ({
  to: await bus.ask(getContact, { userId: mail.recipientId ?? idOf(mail, 'userId') }, ctx),
  facts: mail.facts,
});
