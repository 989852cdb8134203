import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Session } from './session.entity.js';

/** What a program shows instead of a cookie, for some minutes. */
@Entity('access_token')
@Index('access_token_of_session', ['sessionId'])
@Index('access_token_age', ['expiresAt'])
export class AccessToken {
  @PrimaryColumn({ type: 'bytea', name: 'token_hash' }) tokenHash: Buffer;

  @Column({ type: 'uuid', name: 'session_id' })
  @ForeignKey(() => Session, { name: 'access_token_session_id_fkey', onDelete: 'CASCADE' })
  sessionId: string;

  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt: Date;
}
