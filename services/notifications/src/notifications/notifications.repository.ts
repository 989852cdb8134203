import { Injectable } from '@nestjs/common';
import { Database, refuse, uuidv7, type Tx } from '@tessera/platform';
import type { Notification } from './notification.entity.js';

/** Who reads: the person, in the company that he belongs to now. */
export interface Reader {
  userId: string;
  companyId: string | null;
}
export type NewNotification = Omit<Notification, 'id' | 'createdAt' | 'readAt'>;

const columns = `id, user_id as "userId", company_id as "companyId", kind, facts, topic, topic_id as "topicId",
  created_at as "createdAt", read_at as "readAt"`;
const mine = 'user_id = $1 and (company_id is null or company_id = $2)';

/** Notifications belong to a person; the reader is the first argument of everything but the writing. */
@Injectable()
export class NotificationsRepository {
  constructor(private readonly database: Database) {}

  /** @returns its id */
  async add(n: NewNotification, tx: Tx): Promise<string> {
    const id = uuidv7();
    await tx.query(
      `insert into notification (id, user_id, company_id, kind, facts, topic, topic_id) values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, n.userId, n.companyId, n.kind, n.facts, n.topic, n.topicId],
    );
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
    return this.database.query<Notification>(
      `select ${columns} from notification where ${mine} ${read} and ($3::uuid is null or id < $3)
        order by id desc limit $4`,
      [reader.userId, reader.companyId, before, limit],
    );
  }

  /** @throws Refusal NOT_FOUND, also for another person's */
  async read(reader: Reader, id: string, tx: Tx): Promise<void> {
    const found = await tx.query(
      `update notification set read_at = coalesce(read_at, now()) where ${mine} and id = $3 returning id`,
      [reader.userId, reader.companyId, id],
    );
    if (found.length === 0) refuse('NOT_FOUND');
  }

  async readAll(reader: Reader, tx: Tx): Promise<void> {
    await tx.query(`update notification set read_at = now() where ${mine} and read_at is null`, [
      reader.userId,
      reader.companyId,
    ]);
  }
}
