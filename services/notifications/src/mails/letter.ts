import { isEmail, textLanguage } from '@tessera/contracts';
import type { Config } from '../config.js';
import { texts, type MailTemplate } from '../texts/catalogue.js';
import { line } from '../texts/clean.js';
import { fillHeader, fillHtml, fillText, headerText } from '../texts/fill.js';
import { inWords, type Facts, type Values } from '../texts/facts.js';
import { htmlLayout, textLayout } from '../texts/layout.js';

/** What a source has found out about a mail at the moment of sending. */
export interface Draft {
  to: { email: string; firstName: string; lastName: string; language: string };
  facts: Facts;
  /** Links and passages, which are not facts; they may be secret. */
  values?: Values;
  attachment?: { filename: string; content: Buffer };
}

/** A mail as it is handed over; it exists in memory only. */
export interface Letter {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  attachments: { filename: string; content: Buffer }[];
}

/** Writes a mail in its reader's language. */
export function writeLetter(template: MailTemplate, draft: Draft, config: Config): Letter {
  const { email, firstName, lastName } = draft.to;
  // One reader: what is not surely one address goes nowhere (spec/security.md, case 28).
  if (!isEmail(email)) throw new Error('the recipient is not one address');
  const language = textLanguage(draft.to.language);
  const part = (name: 'subject' | 'text' | 'html') => texts.template(`mails.${template}.${name}`, language);
  const values: Values = {
    ...inWords(draft.facts, language),
    vendor: config.BRAND_NAME ?? config.MAIL_FROM.name,
    portal: { link: config.PUBLIC_URL },
    firstName,
    ...draft.values,
  };
  const named = line(firstName) !== '';
  return {
    to: { name: headerText(`${firstName} ${lastName}`), address: email },
    subject: fillHeader(part('subject'), values),
    text: fillText(textLayout(part('text'), language, named), values),
    html: fillHtml(htmlLayout(part('html'), language, named, config.BRAND_ACCENT), values),
    attachments: draft.attachment ? [draft.attachment] : [],
  };
}
