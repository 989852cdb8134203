import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { User } from '../users/user.entity.js';

/** A sign-in, until it ends by itself, by its person, or by a new password. */
@Entity('session')
@Unique('session_token_hash_key', ['tokenHash'])
@Index('session_of_user', ['userId'], { where: 'ended_at is null' })
@Index('session_age', ['refreshUntil'])
export class Session {
  @PrimaryColumn({ type: 'uuid' }) id: string;

  @Column({ type: 'uuid', name: 'user_id' })
  @ForeignKey(() => User, { name: 'session_user_id_fkey', onDelete: 'CASCADE' })
  userId: string;

  /** Of the browser's cookie. */
  @Column({ type: 'bytea', name: 'token_hash' }) tokenHash: Buffer;
  @Column({ type: 'integer', name: 'idle_minutes' }) idleMinutes: number;
  /** Every use moves it on. */
  @Column({ type: 'timestamptz', name: 'idle_until' }) idleUntil: Date;
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt: Date;
  @Column({ type: 'timestamptz', name: 'last_seen_at', default: () => 'now()' }) lastSeenAt: Date;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt: Date | null;
  /** The end of its refresh tokens. */
  @Column({ type: 'timestamptz', name: 'refresh_until' }) refreshUntil: Date;
  @Column({ type: 'integer', default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
