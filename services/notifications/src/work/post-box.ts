import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Tx } from '@tessera/platform';
import { AnnouncementsRepository, type NewAnnouncement } from '../announcements/announcements.repository.js';
import { Announcer } from '../announcements/announcer.js';
import type { Config } from '../config.js';
import { MailsRepository, type NewMail } from '../mails/mails.repository.js';
import { Sender } from '../mails/sender.js';
import { addNotification } from '../notifications/add-notification.js';
import { NotificationsRepository, type NewNotification } from '../notifications/notifications.repository.js';
import type { MailTemplate } from '../texts/catalogue.js';

/** What the consumers of events use: they write rows in the event's transaction, and the workers do the rest. */
@Injectable()
export class PostBox {
  constructor(
    private readonly mails: MailsRepository,
    private readonly notifications: NotificationsRepository,
    private readonly announcements: AnnouncementsRepository,
    private readonly sender: Sender,
    private readonly announcer: Announcer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async mail(mail: NewMail, tx: Tx): Promise<void> {
    await this.mails.queue(mail, tx);
    tx.afterCommit(() => this.sender.wake());
  }

  /** A mail that becomes one with others of the same key which follow soon; their lists are joined. */
  async mailInBundle(mail: NewMail, key: string, list: string, tx: Tx): Promise<void> {
    await this.mails.queueInBundle(mail, key, list, this.config.MAIL_BUNDLE_MS, tx);
  }

  async notify(notification: NewNotification, tx: Tx): Promise<void> {
    await addNotification(this.notifications, notification, tx);
  }

  /** One person, by mail and in the portal. */
  async tell(what: NewNotification & { kind: MailTemplate }, tx: Tx): Promise<void> {
    await this.mail({ template: what.kind, recipientId: what.userId, facts: what.facts }, tx);
    await this.notify(what, tx);
  }

  /** People whom only identity knows, by mail and in the portal. */
  async announce(announcement: NewAnnouncement, tx: Tx): Promise<void> {
    await this.announcements.add(announcement, tx);
    tx.afterCommit(() => this.announcer.wake());
  }
}
