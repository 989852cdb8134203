import type { MailTemplate } from '../../texts/catalogue.js';
import { keyFileArchive } from './key-file-archive.js';
import { link } from './link.js';
import { person } from './person.js';
import type { Source } from './source.js';
import { supportRequest } from './support-request.js';

/** Where each mail gets its reader and what it says. */
export const sources: Record<MailTemplate, Source> = {
  activation: link,
  password_reset: link,
  invitation: link,
  staff_invitation: link,
  welcome: person,
  license_not_claimed: person,
  password_changed: person,
  session_stolen: person,
  invitation_accepted: person,
  license_added: person,
  license_removed: person,
  license_blocked: person,
  key_files: keyFileArchive,
  request_registered: supportRequest,
  request_answered: supportRequest,
};
