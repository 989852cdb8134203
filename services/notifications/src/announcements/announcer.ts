import { Inject, Injectable } from '@nestjs/common';
import { listContacts } from '@tessera/contracts';
import { Bus, Job, JobRunner, LOGGER, RequestContext, Transaction } from '@tessera/platform';
import type { Logger } from 'pino';
import { MailsRepository } from '../mails/mails.repository.js';
import { Sender } from '../mails/sender.js';
import { addNotification } from '../notifications/add-notification.js';
import { NotificationsRepository } from '../notifications/notifications.repository.js';
import type { Announcement } from './announcement.entity.js';
import { AnnouncementsRepository } from './announcements.repository.js';

const JOB = 'make-announcements';
/** Announcements that other instances have queued, and those that wait, are only found by polling. */
const POLL_MS = 1_000;

/** Finds the people of an announcement's audience, and makes a mail and a notification for each in one transaction. */
@Injectable()
export class Announcer {
  constructor(
    private readonly announcements: AnnouncementsRepository,
    private readonly mails: MailsRepository,
    private readonly notifications: NotificationsRepository,
    private readonly sender: Sender,
    private readonly bus: Bus,
    private readonly transaction: Transaction,
    private readonly jobs: JobRunner,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  wake(): void {
    this.jobs.wake(JOB);
  }

  @Job({ name: JOB, everyMs: POLL_MS, atStart: true })
  async round(): Promise<boolean> {
    const announcement = await this.announcements.claim();
    if (!announcement) return false;
    const ctx = RequestContext.system();
    try {
      const people = await ctx.run(() => this.recipientsOf(announcement, ctx));
      await ctx.run(() => this.deliver(announcement, people, ctx));
    } catch (error) {
      this.logger.warn({ err: error, announcement: announcement.id }, 'an announcement has to wait');
      await this.announcements.postpone(announcement);
    }
    return true;
  }

  private async recipientsOf(a: Announcement, ctx: RequestContext): Promise<string[]> {
    const right = a.audience === 'owner' ? {} : { right: a.audience };
    const { items } = await this.bus.ask(listContacts, { companyId: a.companyId, ...right }, ctx);
    const audience = items.filter((c) => a.audience !== 'owner' || c.role === 'owner').map((c) => c.userId);
    return [...new Set([...a.people, ...audience])];
  }

  private async deliver(a: Announcement, people: string[], ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, async (tx) => {
      if (!(await this.announcements.finish(a.id, tx))) return;
      for (const userId of people) {
        await this.mails.queue({ template: a.kind, recipientId: userId, facts: a.facts }, tx);
        await addNotification(this.notifications, { ...a, userId }, tx);
      }
      tx.afterCommit(() => this.sender.wake());
    });
  }
}
