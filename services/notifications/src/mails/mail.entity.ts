import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Facts } from '../texts/facts.js';
import type { MailTemplate } from '../texts/catalogue.js';

export type MailState = 'queued' | 'sent' | 'dropped' | 'failed';

const MAX_WAIT_MS = 4 * 3_600_000;

/**
 * One mail to one person. It carries ids and names, never a secret: the sender asks for the secret at that moment.
 * `dropped`: there is nothing left to say, e.g. its link is gone.
 */
@Entity('mail')
@Check('mail_state', `state in ('queued', 'sent', 'dropped', 'failed')`)
@Index('mail_due', ['nextAttemptAt'], { where: `state = 'queued'` })
@Index('mail_finished', ['state', 'finishedAt'], { where: `state <> 'queued'` })
@Index('mail_bundle', ['bundleKey'], {
  unique: true,
  where: `bundle_key is not null and state = 'queued' and attempts = 0`,
})
export class Mail {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) template: MailTemplate;
  /** null: the service that holds the secret knows the address too. */
  @Column({ type: 'uuid', name: 'recipient_id', nullable: true }) recipientId: string | null;
  @Column({ type: 'jsonb' }) facts: Facts;
  /** Mails of one key that are not begun yet become one. */
  @Column({ type: 'text', name: 'bundle_key', nullable: true }) bundleKey: string | null;
  @Column({ type: 'text', default: 'queued' }) state: MailState;
  /** Counted when an attempt begins; the number also says which attempt may write how it ended. */
  @Column({ type: 'integer', default: 0 }) attempts: number;
  @Column({ type: 'timestamptz', name: 'next_attempt_at', default: () => 'now()' }) nextAttemptAt: Date;
  @Column({ type: 'text', name: 'last_error', nullable: true }) lastError: string | null;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true }) finishedAt: Date | null;

  /** The same for every attempt, so that a mail which arrives twice is recognised as one (RFC 5322, 3.6.4). */
  messageId(domain: string): string {
    return `<${this.id}@${domain}>`;
  }

  /** Milliseconds until the next attempt: three times the last wait, up to four hours, with a fifth of jitter. */
  retryDelayMs(firstMs: number): number {
    return Math.min(firstMs * 3 ** (this.attempts - 1), MAX_WAIT_MS) * (0.9 + Math.random() * 0.2);
  }
}
