import { Injectable } from '@nestjs/common';
import { columns, Database, hydrate, repositoryOf, uuidv7, type Tx } from '@tessera/platform';
import { Announcement } from './announcement.entity.js';

export type NewAnnouncement = Pick<
  Announcement,
  'kind' | 'companyId' | 'people' | 'audience' | 'facts' | 'topic' | 'topicId'
>;

@Injectable()
export class AnnouncementsRepository {
  constructor(private readonly database: Database) {}

  async add(announcement: NewAnnouncement, tx: Tx): Promise<void> {
    await repositoryOf(tx, Announcement).insert({ id: uuidv7(), ...announcement });
  }

  /** Takes one that is due, for a minute. */
  async claim(): Promise<Announcement | null> {
    const [row] = await this.database.query(
      `update announcement set attempts = attempts + 1, next_attempt_at = now() + interval '1 minute'
        where id = (select id from announcement where done_at is null and next_attempt_at <= now()
                     order by next_attempt_at limit 1 for update skip locked)
        returning ${columns(Announcement)}`,
    );
    return row ? hydrate(Announcement, row) : null;
  }

  /** @returns whether it was this transaction that ended it */
  async finish(id: string, tx: Tx): Promise<boolean> {
    const ended = await tx.query(
      'update announcement set done_at = now() where id = $1 and done_at is null returning id',
      [id],
    );
    return ended.length === 1;
  }

  async postpone(a: Announcement): Promise<void> {
    await this.database.query(
      `update announcement set next_attempt_at = now() + make_interval(secs => $3 / 1000.0)
        where id = $1 and attempts = $2 and done_at is null`,
      [a.id, a.attempts, a.retryDelayMs],
    );
  }
}
