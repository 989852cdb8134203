import type { NotificationKind, NotificationTopic } from '@tessera/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Facts } from '../texts/facts.js';

/** A message to one person in the portal. Its words are made when it is read, in the reader's language. */
@Entity('notification')
@Index('notification_mine', ['userId', 'id'])
@Index('notification_unread', ['userId', 'id'], { where: 'read_at is null' })
@Index('notification_age', ['createdAt'])
export class Notification {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'user_id' }) userId: string;
  /** The company that it is about; a person who has left that company does not see it any more. */
  @Column({ type: 'uuid', name: 'company_id', nullable: true }) companyId: string | null;
  @Column({ type: 'text' }) kind: NotificationKind;
  @Column({ type: 'jsonb' }) facts: Facts;
  @Column({ type: 'text', nullable: true }) topic: NotificationTopic | null;
  @Column({ type: 'uuid', name: 'topic_id', nullable: true }) topicId: string | null;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'read_at', nullable: true }) readAt: Date | null;
}
