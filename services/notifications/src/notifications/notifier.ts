import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Tx } from '@tessera/platform';
import { AnnouncementsRepository, type NewAnnouncement } from '../announcements/announcements.repository.js';
import { Announcer } from '../announcements/announcer.js';
import type { Config } from '../config.js';
import { MailsRepository, type NewMail } from '../mails/mails.repository.js';
import { Sender } from '../mails/sender.js';
import type { MailTemplate } from '../texts/catalogue.js';
import { addNotification } from './add-notification.js';
import { NotificationsRepository, type NewNotification } from './notifications.repository.js';

/** What the consumers of events use: it writes rows in the event's transaction, and the jobs do the rest. */
@Injectable()
export class Notifier {
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

  async notifyInPortal(notification: NewNotification, tx: Tx): Promise<void> {
    await addNotification(this.notifications, notification, tx);
  }

  /** One person, by mail and in the portal. */
  async notifyUser(notification: NewNotification & { kind: MailTemplate }, tx: Tx): Promise<void> {
    const { kind, userId, facts } = notification;
    await this.mail({ template: kind, recipientId: userId, facts }, tx);
    await this.notifyInPortal(notification, tx);
  }

  /** People whom only identity knows, by mail and in the portal. */
  async notifyAudience(announcement: NewAnnouncement, tx: Tx): Promise<void> {
    await this.announcements.add(announcement, tx);
    tx.afterCommit(() => this.announcer.wake());
  }
}
