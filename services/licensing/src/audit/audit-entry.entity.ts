import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An action of a person. Rows are only ever added. */
@Entity('audit_entry')
@Index('audit_entry_subject', ['subjectId', 'id'])
export class AuditEntry {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'timestamptz', default: () => 'now()' }) at: Date;
  @Column({ type: 'uuid', name: 'actor_id' }) actorId: string;
  @Column({ type: 'text', name: 'actor_role' }) actorRole: string;
  /** The company whose people may read it; null: the vendor's alone. */
  @Column({ type: 'uuid', name: 'company_id', nullable: true }) companyId: string | null;
  /** `<noun>.<past tense>` */
  @Column({ type: 'text' }) action: string;
  @Column({ type: 'uuid', name: 'subject_id' }) subjectId: string;
  @Column({ type: 'text', nullable: true }) reason: string | null;
  /** No secrets and no personal data. */
  @Column({ type: 'jsonb' }) details: Record<string, string | number | null>;
}
