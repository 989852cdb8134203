import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person's account, customer or staff. Without `activatedAt` it cannot sign in. */
@Entity('user_account')
@Index('user_account_email', ['emailKey'], { unique: true })
// Of trigrams: the migration has it.
@Index('user_account_search', { synchronize: false })
@Index('user_account_staff', ['id'], { where: 'staff_role is not null' })
@Check('user_account_password', 'activated_at is null or password_hash is not null')
export class User {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** As it was typed; mail goes to this. */
  @Column({ type: 'text' }) email: string;
  /** What two addresses have in common that are one; see email-key.ts. */
  @Column({ type: 'text', name: 'email_key' }) emailKey: string;
  @Column({ type: 'text', name: 'first_name' }) firstName: string;
  @Column({ type: 'text', name: 'last_name' }) lastName: string;
  @Column({ type: 'text', nullable: true }) country: string | null;
  @Column({ type: 'text', nullable: true }) language: string | null;
  @Column({ type: 'text', name: 'password_hash', nullable: true }) passwordHash: string | null;
  @Column({ type: 'timestamptz', name: 'password_changed_at', nullable: true })
  passwordChangedAt: Date | null;
  @Column({ type: 'text', name: 'staff_role', nullable: true }) staffRole: string | null;
  @Column({ type: 'uuid', name: 'partner_id', nullable: true }) partnerId: string | null;
  @Column({ type: 'boolean', name: 'survey_consent', default: false }) surveyConsent: boolean;
  @Column({ type: 'timestamptz', name: 'terms_accepted_at', nullable: true }) termsAcceptedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'activated_at', nullable: true }) activatedAt: Date | null;
  @Column({ type: 'integer', default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
