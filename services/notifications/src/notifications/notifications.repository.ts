import { Injectable } from '@nestjs/common';
import { columns, Database, hydrate, refuse, repositoryOf, uuidv7, type Tx } from '@tessera/platform';
import { Notification } from './notification.entity.js';

/** A person, in the company that the person belongs to now. */
export interface Reader {
  userId: string;
  companyId: string | null;
}
export type NewNotification = Omit<Notification, 'id' | 'createdAt' | 'readAt'>;

const MINE = 'user_id = $1 and (company_id is null or company_id = $2)';

/** Notifications belong to a person; the reader is the first argument of everything but the writing. */
@Injectable()
export class NotificationsRepository {
  constructor(private readonly database: Database) {}

  /** @returns its id */
  async add(notification: NewNotification, tx: Tx): Promise<string> {
    const id = uuidv7();
    await repositoryOf(tx, Notification).insert({ id, ...notification });
    return id;
  }

  /** The newest first, from below `before` on. */
  async list(
    reader: Reader,
    unread: boolean | null,
    before: string | null,
    limit: number,
  ): Promise<Notification[]> {
    const read = unread === null ? '' : unread ? 'and read_at is null' : 'and read_at is not null';
    const rows = await this.database.query(
      `select ${columns(Notification)} from notification where ${MINE} ${read} and ($3::uuid is null or id < $3)
        order by id desc limit $4`,
      [reader.userId, reader.companyId, before, limit],
    );
    return rows.map((row) => hydrate(Notification, row));
  }

  /** @throws Refusal NOT_FOUND, also for another person's */
  async read(reader: Reader, id: string, tx: Tx): Promise<void> {
    const found = await tx.query(
      `update notification set read_at = coalesce(read_at, now()) where ${MINE} and id = $3 returning id`,
      [reader.userId, reader.companyId, id],
    );
    if (found.length === 0) refuse('NOT_FOUND');
  }

  async readAll(reader: Reader, tx: Tx): Promise<void> {
    await tx.query(`update notification set read_at = now() where ${MINE} and read_at is null`, [
      reader.userId,
      reader.companyId,
    ]);
  }
}
