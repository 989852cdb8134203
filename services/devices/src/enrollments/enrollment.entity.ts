import { refuse, type TenantRow } from '@tessera/platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A code with which devices join an account: a limited number of them, for a limited time. */
@Entity('enrollment')
@Index('enrollment_of_company', ['companyId', 'id'])
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

  /** Its last characters, by which people know it again; null if the release before has made it. */
  @Column({ type: 'text', name: 'code_ending', nullable: true }) codeEnding: string | null;
  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true }) revokedAt: Date | null;

  /** @throws Refusal CODE_EXPIRED, also of one that was withdrawn */
  requireAlive(now: Date): void {
    if (this.expiresAt <= now) refuse('CODE_EXPIRED');
  }

  /** It has ended then for the release before as well. @returns false if it has ended already */
  revoke(now: Date): boolean {
    if (this.expiresAt <= now) return false;
    this.revokedAt = now;
    this.expiresAt = now;
    return true;
  }

  /** @throws Refusal CODE_USED_UP */
  use(): void {
    if (this.uses >= this.maxUses) refuse('CODE_USED_UP');
    this.uses++;
  }
}
