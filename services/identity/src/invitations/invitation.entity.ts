import type { InvitationPurpose, invitationStates, Right } from '@tessera/contracts';
import { refuse, type TenantRow } from '@tessera/platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Company } from '../companies/company.entity.js';

export type InvitationState = (typeof invitationStates)[number];

@Entity('invitation')
@Index('invitation_of_company', ['companyId', 'id'])
@Index('invitation_open', ['companyId', 'emailKey'], {
  unique: true,
  where: 'accepted_at is null and cancelled_at is null',
})
export class Invitation implements TenantRow {
  [property: string]: unknown;
  @PrimaryColumn({ type: 'uuid' }) id: string;

  @Column({ type: 'uuid', name: 'company_id' })
  @ForeignKey(() => Company, { name: 'invitation_company', onDelete: 'CASCADE' })
  companyId: string;

  @Column({ type: 'text' }) email: string;
  @Column({ type: 'text', name: 'email_key' }) emailKey: string;
  @Column({ type: 'text' }) purpose: InvitationPurpose;
  @Column({ type: 'text', array: true }) rights: Right[];
  /** What the mail is written in, if the invited person has no account that says otherwise. */
  @Column({ type: 'text' }) language: string;
  /** The last sender: the invitation holds while this person may invite and has what it grants. */
  @Column({ type: 'uuid', name: 'inviter_id' }) inviterId: string;
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt: Date;
  @Column({ type: 'timestamptz', name: 'accepted_at', nullable: true }) acceptedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'cancelled_at', nullable: true }) cancelledAt: Date | null;
  @Column({ type: 'integer', default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;

  stateAt(now: Date): InvitationState {
    if (this.acceptedAt) return 'accepted';
    if (this.cancelledAt) return 'cancelled';
    return this.expiresAt <= now ? 'expired' : 'pending';
  }

  /** Sent once more, also an expired one (IDC-080); the sender vouches for it from now on. */
  resend(inviterId: string, expiresAt: Date): void {
    this.requireOpen();
    Object.assign(this, { inviterId, expiresAt });
  }

  cancel(now: Date): void {
    this.requireOpen();
    this.cancelledAt = now;
  }

  accept(now: Date): void {
    if (this.stateAt(now) !== 'pending') refuse('INVITATION_CLOSED');
    this.acceptedAt = now;
  }

  private requireOpen(): void {
    if (this.acceptedAt || this.cancelledAt) refuse('INVITATION_CLOSED');
  }
}
