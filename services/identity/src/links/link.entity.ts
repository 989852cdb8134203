import type { linkPurposes } from '@tessera/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Invitation } from '../invitations/invitation.entity.js';
import { Registration } from '../registrations/registration.entity.js';
import { User } from '../users/user.entity.js';

export type LinkPurpose = (typeof linkPurposes)[number];

/** A link that was mailed or will be: one purpose, one address, one lifetime, used once. Its tokens are {@link LinkToken}s. */
@Entity('link')
@Check('link_purpose_check', `purpose in ('activation', 'password_reset', 'invitation', 'staff_invitation')`)
@Index('link_of_user', ['userId'])
@Index('link_of_registration', ['registrationId'])
@Index('link_of_invitation', ['invitationId'])
@Index('link_age', ['expiresAt'])
export class Link {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) purpose: LinkPurpose;
  @Column({ type: 'text' }) email: string;
  @Column({ type: 'text', name: 'email_key' }) emailKey: string;

  /** The account it is for; of a password reset only once the mail is written. */
  @Column({ type: 'uuid', name: 'user_id', nullable: true })
  @ForeignKey(() => User, { name: 'link_user_id_fkey', onDelete: 'CASCADE' })
  userId: string | null;

  @Column({ type: 'uuid', name: 'registration_id', nullable: true })
  @ForeignKey(() => Registration, { name: 'link_registration_id_fkey', onDelete: 'CASCADE' })
  registrationId: string | null;

  @Column({ type: 'uuid', name: 'invitation_id', nullable: true })
  @ForeignKey(() => Invitation, { name: 'link_invitation_id_fkey', onDelete: 'CASCADE' })
  invitationId: string | null;

  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt: Date;
  @Column({ type: 'timestamptz', name: 'used_at', nullable: true }) usedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;
}

/** The portal's page that posts the token. */
export const pageOf: Record<LinkPurpose, string> = {
  activation: 'activate',
  staff_invitation: 'activate',
  password_reset: 'reset-password',
  invitation: 'accept-invitation',
};
