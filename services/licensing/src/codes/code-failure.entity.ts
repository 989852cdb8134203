import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A wrong code of the last hour. The table has no primary key, of which TypeORM wants one. */
@Entity('code_failure')
@Index('code_failure_key', ['key', 'failedAt'])
@Index('code_failure_age', ['failedAt'])
export class CodeFailure {
  /** HMAC of an address or of an account. */
  @PrimaryColumn({ type: 'bytea' }) key: Buffer;
  @Column({ type: 'timestamptz', name: 'failed_at', default: () => 'clock_timestamp()' }) failedAt: Date;
}
