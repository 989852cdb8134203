import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A challenge that has been answered; kept until it would have expired, so that it cannot be answered twice. */
@Entity('used_challenge')
export class UsedChallenge {
  @PrimaryColumn({ type: 'bytea', primaryKeyConstraintName: 'pk_used_challenge' }) nonce: Buffer;
  @Index('used_challenge_expiry')
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;
}
