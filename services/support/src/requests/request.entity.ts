import type { FeedbackType, RequestCategory, RequestStatus, SupportLevel } from '@tessera/contracts';
import { refuse } from '@tessera/platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { isFinal, supportMaySet } from './request-status.js';

@Entity('request')
@Index('request_number_once', ['number'], { unique: true })
@Index('request_of_author', ['companyId', 'authorId', 'id'])
@Index('request_of_company', ['companyId', 'id'])
@Index('request_queue', ['status', 'id'])
@Index('request_of_assignee', ['assigneeId', 'id'])
@Index('request_of_product', ['productId', 'id'])
@Index('request_to_settle', ['status', 'statusSince'])
export class SupportRequest {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** Of a person without a company: the person's own id, which is no company's, so that nobody else can reach it. */
  @Column({ type: 'uuid', name: 'company_id' }) companyId: string;
  @Column({ type: 'text', name: 'company_name' }) companyName: string;
  @Column({ type: 'uuid', name: 'author_id' }) authorId: string;
  @Column({ type: 'text', name: 'author_name' }) authorName: string;
  @Column({ type: 'text' }) number: string;
  @Column({ type: 'text' }) category: RequestCategory;
  @Column({ type: 'text' }) status: RequestStatus;
  @Column({ type: 'timestamptz', name: 'status_since' }) statusSince: Date;
  @Column({ type: 'text' }) level: SupportLevel;
  @Column({ type: 'smallint', nullable: true }) severity: number | null = null;
  @Column({ type: 'boolean' }) critical = false;
  @Column({ type: 'text' }) subject: string;
  @Column({ type: 'text' }) description: string;
  @Column({ type: 'uuid', name: 'product_id', nullable: true }) productId: string | null = null;
  @Column({ type: 'text', name: 'product_name', nullable: true }) productName: string | null = null;
  @Column({ type: 'text', name: 'product_version', nullable: true }) productVersion: string | null = null;
  @Column({ type: 'text', name: 'os_version', nullable: true }) osVersion: string | null = null;
  @Column({ type: 'text', nullable: true }) type: string | null = null;
  @Column({ type: 'text', nullable: true }) subtype: string | null = null;
  @Column({ type: 'text', name: 'feedback_type', nullable: true }) feedbackType: FeedbackType | null = null;
  @Column({ type: 'text', nullable: true }) csr: string | null = null;
  @Column({ type: 'uuid', name: 'related_request_id', nullable: true }) relatedRequestId: string | null =
    null;
  @Column({ type: 'text', name: 'previous_number', nullable: true }) previousNumber: string | null = null;
  @Column({ type: 'uuid', name: 'assignee_id', nullable: true }) assigneeId: string | null = null;
  @Column({ type: 'text', name: 'assignee_name', nullable: true }) assigneeName: string | null = null;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt: Date;
  @Column({ type: 'integer' }) version: number;

  /** SUP-062; category 4 is passed on the moment it arrives (SUP-067, CON-21). */
  static register(
    facts: Omit<Partial<SupportRequest>, 'category'> & { category: RequestCategory },
    at: Date,
  ): SupportRequest {
    return Object.assign(new SupportRequest(), facts, {
      status: facts.category === 'threat_portal' ? 'closed_redirected' : 'in_progress',
      statusSince: at,
      createdAt: at,
      updatedAt: at,
      version: 1,
    } as const);
  }

  /** Asked by a person without a company. */
  get personal(): boolean {
    return this.companyId === this.authorId;
  }

  get open(): boolean {
    return !isFinal(this.status);
  }

  requireOpen(): void {
    if (!this.open) refuse('REQUEST_FINAL');
  }

  /** The customer's word: work goes on, also on what was solved (CON-20). */
  answeredByCustomer(at: Date): void {
    this.requireOpen();
    this.become('in_progress', at);
  }

  closedByCustomer(at: Date): void {
    this.requireOpen();
    this.become('cancelled_by_user', at);
  }

  answeredBySupport(status: RequestStatus | undefined, at: Date): void {
    this.requireOpen();
    const to = status ?? this.status;
    if (!supportMaySet(this.status, to, this.category)) {
      refuse('STATUS_NOT_ALLOWED', { params: { from: this.status, to } });
    }
    this.become(to, at);
  }

  /** Time has passed without a reply (SUP-065, SUP-066). */
  autoClose(at: Date): void {
    if (this.status === 'solution_provided') this.become('closed', at);
    else if (this.status === 'awaiting_reply') this.become('resolved_no_information', at);
  }

  private become(status: RequestStatus, at: Date): void {
    if (status !== this.status) this.statusSince = at;
    this.status = status;
    this.updatedAt = at;
  }
}
