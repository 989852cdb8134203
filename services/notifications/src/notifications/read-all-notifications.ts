import { Empty, readAllNotifications } from '@tessera/contracts';
import { Handles, Transaction, type RequestContext } from '@tessera/platform';
import { NotificationsRepository } from './notifications.repository.js';

@Handles(readAllNotifications)
export class ReadAllNotificationsHandler {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly transaction: Transaction,
  ) {}

  async handle(_input: Empty, ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, (tx) => this.notifications.readAll(ctx.person, tx));
  }
}
