import { Inject, Injectable } from '@nestjs/common';
import { linkRequested } from '@tessera/contracts';
import { CONFIG, MailLimits, uuidv7, type MailVerdict, type Tx } from '@tessera/platform';
import type { Config } from '../config.js';
import { emailKey } from '../users/email-key.js';
import type { LinkPurpose } from './link.entity.js';
import { LinksRepository } from './links.repository.js';

interface LinkMail {
  purpose: LinkPurpose;
  email: string;
  /** Where the request for the mail comes from, and what it says where several people behind one address may say different things. */
  sender: { from: string; what?: string };
  companyId?: string;
  userId?: string;
  registrationId?: string;
  invitationId?: string;
}

/** Requests for mails with a link, within the limits of mails. */
@Injectable()
export class LinkMails {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly links: LinksRepository,
    private readonly mailLimits: MailLimits,
  ) {}

  /**
   * Makes a link and has it mailed, after the commit; its token is made only while the mail is rendered.
   * @returns whether one more mail was within the limits; if not, nothing happens
   */
  async request({ sender, companyId, ...mail }: LinkMail, tx: Tx): Promise<MailVerdict> {
    const { purpose } = mail;
    const link = { ...mail, id: uuidv7(), emailKey: emailKey(mail.email) };
    const verdict = await this.admit(purpose, link.emailKey, sender, tx);
    if (verdict.verdict !== 'admitted') return verdict;
    await this.links.insert(link, this.lifetimeMinutes(purpose), tx);
    const data = { linkId: link.id, purpose };
    tx.emit(linkRequested, { companyId: companyId ?? null, aggregateId: link.id, version: 1, data });
    return verdict;
  }

  private admit(
    purpose: LinkPurpose,
    recipient: string,
    { from, what }: LinkMail['sender'],
    tx: Tx,
  ): Promise<MailVerdict> {
    const { MAILS_PER_RECIPIENT_PURPOSE_HOUR: same, MAILS_PER_RECIPIENT_10MIN: recipient10min } = this.config;
    return this.mailLimits.admit(
      { purpose, recipient, sender: from, ...(what ? { what } : {}) },
      { same, recipient10min },
      tx,
    );
  }

  lifetimeMinutes(purpose: LinkPurpose): number {
    if (purpose === 'password_reset') return this.config.PASSWORD_RESET_LINK_MINUTES;
    if (purpose === 'invitation') return this.config.INVITATION_LINK_MINUTES;
    return this.config.ACTIVATION_LINK_MINUTES;
  }
}
