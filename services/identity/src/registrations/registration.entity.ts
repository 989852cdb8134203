import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity.js';

/** What the registration form said; it becomes an account when the mailed link is used. */
@Entity('registration')
@Index('registration_age', ['createdAt'])
@Index('registration_of_founder', ['founderId'], { where: 'founder_id is not null' })
export class Registration {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) email: string;
  @Column({ type: 'text', name: 'email_key' }) emailKey: string;
  @Column({ type: 'text', name: 'first_name' }) firstName: string;
  @Column({ type: 'text', name: 'last_name' }) lastName: string;
  @Column({ type: 'text', name: 'company_name', nullable: true }) companyName: string | null;
  @Column({ type: 'text' }) country: string;
  @Column({ type: 'text' }) language: string;
  @Column({ type: 'boolean', name: 'survey_consent' }) surveyConsent: boolean;
  /** The activation code or the key file, encrypted, until its claim has ended. */
  @Column({ type: 'bytea', name: 'code_sealed', nullable: true }) codeSealed: Buffer | null;
  @Column({ type: 'bytea', name: 'key_file_sealed', nullable: true }) keyFileSealed: Buffer | null;
  @Column({ type: 'bytea', name: 'address_key' }) addressKey: Buffer;
  @Column({ type: 'timestamptz', name: 'activated_at', nullable: true }) activatedAt: Date | null;

  /** Set where the account is older: its person founds a company later. */
  @Column({ type: 'uuid', name: 'founder_id', nullable: true })
  @ForeignKey(() => User, { name: 'registration_founder_id_fkey', onDelete: 'CASCADE' })
  founderId: string | null;

  @Column({ type: 'integer', default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
