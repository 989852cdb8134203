import type { NotificationTopic } from '@tessera/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Facts } from '../texts/facts.js';

/** Messages that go to several people at once: by mail and in the portal. */
export type AnnouncementKind = 'invitation_accepted' | 'license_blocked';
/** Its recipients besides those it names: the owner alone, or the members with the right and the owner. */
export type Audience = 'owner' | 'licenses.manage';

/** A message to people whom only identity knows; they are looked up after the event's transaction. */
@Entity('announcement')
@Index('announcement_due', ['nextAttemptAt'], { where: 'done_at is null' })
@Index('announcement_done', ['doneAt'], { where: 'done_at is not null' })
export class Announcement {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) kind: AnnouncementKind;
  @Column({ type: 'uuid', name: 'company_id' }) companyId: string;
  @Column({ type: 'uuid', array: true }) people: string[];
  @Column({ type: 'text' }) audience: Audience;
  @Column({ type: 'jsonb' }) facts: Facts;
  @Column({ type: 'text', nullable: true }) topic: NotificationTopic | null;
  @Column({ type: 'uuid', name: 'topic_id', nullable: true }) topicId: string | null;
  @Column({ type: 'integer', default: 0 }) attempts: number;
  @Column({ type: 'timestamptz', name: 'next_attempt_at', default: () => 'now()' }) nextAttemptAt: Date;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'done_at', nullable: true }) doneAt: Date | null;

  get retryDelayMs(): number {
    return Math.min(1_000 * 2 ** (this.attempts - 1), 600_000);
  }
}
