import { refuse, type TenantRow } from '@tessera/platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A code with which devices join an account: a limited number of them, for a limited time. */
@Entity('enrollment')
export class Enrollment implements TenantRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_enrollment' }) id: string;
  @Column({ type: 'uuid', name: 'company_id' }) companyId: string;
  @Column({ type: 'uuid', name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  /** HMAC of the code: the code itself is shown once and kept nowhere. */
  @Index('enrollment_code', { unique: true })
  @Column({ type: 'bytea', name: 'code_hash' })
  codeHash: Buffer;
  @Index('enrollment_expiry')
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;
  @Column({ type: 'integer' }) uses: number;
  @Column({ type: 'integer', name: 'max_uses' }) maxUses: number;
  @Column({ type: 'integer' }) version: number;

  /** @throws Refusal CODE_EXPIRED, CODE_USED_UP */
  use(now: Date): void {
    if (this.expiresAt <= now) refuse('CODE_EXPIRED');
    if (this.uses >= this.maxUses) refuse('CODE_USED_UP');
    this.uses++;
  }
}
