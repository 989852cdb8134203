import { Texts } from '@tessera/platform';
import type en from './en.json';

/** Everything that mails and notifications say; a mail or a notification is added by its texts in each file. */
export const texts = Texts.load<typeof en>(new URL('./', import.meta.url));

export type MailTemplate = keyof (typeof en)['mails'];
