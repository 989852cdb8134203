import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { User } from '../users/user.entity.js';

export type LicenseClaimState = 'pending' | 'claimed' | 'refused';

/** The state of the saga that claims a license and founds a company with it. */
@Entity('license_claim')
@Unique('license_claim_company_id_key', ['companyId'])
@Check('license_claim_state_check', `state in ('pending', 'claimed', 'refused')`)
@Index('license_claim_of_user', ['userId'])
@Index('license_claim_due', ['nextTryAt'], { where: `state = 'pending'` })
export class LicenseClaim {
  @PrimaryColumn({ type: 'uuid', name: 'registration_id' }) registrationId: string;

  @Column({ type: 'uuid', name: 'user_id' })
  @ForeignKey(() => User, { name: 'license_claim_user_id_fkey', onDelete: 'CASCADE' })
  userId: string;

  /** Of the company that will be founded. */
  @Column({ type: 'uuid', name: 'company_id' }) companyId: string;
  @Column({ type: 'text', default: 'pending' }) state: LicenseClaimState;
  @Column({ type: 'integer', default: 0 }) attempts: number;
  @Column({ type: 'timestamptz', name: 'next_try_at' }) nextTryAt: Date;
  /** The error code with which licensing has refused. */
  @Column({ type: 'text', nullable: true }) refusal: string | null;
  @Column({ type: 'integer', default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
