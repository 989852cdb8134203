import type { MailTemplate } from '../../texts/catalogue.js';
import { keyFileArchive } from './key-file-archive.js';
import { link } from './link.js';
import { person } from './person.js';
import type { Source } from './source.js';
import { supportRequest } from './support-request.js';

/** Mails that need more than the address of an account and the facts of their event. */
const special: Partial<Record<MailTemplate, Source>> = {
  activation: link,
  password_reset: link,
  invitation: link,
  staff_invitation: link,
  key_files: keyFileArchive,
  request_registered: supportRequest,
  request_answered: supportRequest,
};

/** Where a mail gets its reader and what it says. */
export const sourceOf = (template: MailTemplate): Source => special[template] ?? person;
