import { readNotification, type ReadNotification } from '@tessera/contracts';
import { Handles, Transaction, type RequestContext } from '@tessera/platform';
import { NotificationsRepository } from './notifications.repository.js';

@Handles(readNotification)
export class ReadNotificationHandler {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly transaction: Transaction,
  ) {}

  async handle(input: ReadNotification, ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, (tx) => this.notifications.read(ctx.person, input.id, tx));
  }
}
