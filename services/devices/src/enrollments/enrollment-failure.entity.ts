import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A wrong enrollment code from an address. */
@Entity('enrollment_failure')
@Index('enrollment_failure_recent', ['address', 'failedAt'])
export class EnrollmentFailure {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_enrollment_failure' }) id: string;
  /** IPv6 as its /64. */
  @Column({ type: 'text' }) address: string;
  @Index('enrollment_failure_age')
  @Column({ type: 'timestamptz', name: 'failed_at' })
  failedAt: Date;
}
