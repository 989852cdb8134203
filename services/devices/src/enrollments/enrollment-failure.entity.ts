import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Only the release before writes it, and counts by it; the table goes with the next. */
@Entity('enrollment_failure')
@Index('enrollment_failure_recent', ['address', 'failedAt'])
@Index('enrollment_failure_age', ['failedAt'])
export class EnrollmentFailure {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_enrollment_failure' }) id: string;
  @Column({ type: 'text' }) address: string;
  @Column({ type: 'timestamptz', name: 'failed_at' }) failedAt: Date;
}
