import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An Ed25519 key of actor tokens. */
@Entity('signing_key')
export class SigningKey {
  @PrimaryColumn({ type: 'text' }) kid: string;
  /** The public key, as in a JWK. */
  @Column({ type: 'text', name: 'public_x' }) publicX: string;
  @Column({ type: 'bytea', name: 'private_sealed' }) privateSealed: Buffer;
  @Column({ type: 'timestamptz', name: 'signs_from' }) signsFrom: Date;
  /** null: no other key follows yet. */
  @Column({ type: 'timestamptz', name: 'signs_until', nullable: true }) signsUntil: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
