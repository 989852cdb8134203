import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Session } from './session.entity.js';

/** What a program exchanges for the next pair of tokens, once. */
@Entity('refresh_token')
@Index('refresh_token_of_session', ['sessionId'])
@Index('refresh_token_used', ['usedAt'], { where: 'successor_sealed is not null' })
export class RefreshToken {
  @PrimaryColumn({ type: 'bytea', name: 'token_hash' }) tokenHash: Buffer;

  @Column({ type: 'uuid', name: 'session_id' })
  @ForeignKey(() => Session, { name: 'refresh_token_session_id_fkey', onDelete: 'CASCADE' })
  sessionId: string;

  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt: Date;
  @Column({ type: 'timestamptz', name: 'used_at', nullable: true }) usedAt: Date | null;
  /** The pair that it was exchanged for, encrypted; for the grace time alone. */
  @Column({ type: 'bytea', name: 'successor_sealed', nullable: true }) successorSealed: Buffer | null;
}
