import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity.js';

/** A browser from which a person has signed in: failures of strangers do not lock it. */
@Entity('known_device')
@Index('known_device_of_user', ['userId'])
export class KnownDevice {
  @PrimaryColumn({ type: 'bytea', name: 'token_hash' }) tokenHash: Buffer;

  @Column({ type: 'uuid', name: 'user_id' })
  @ForeignKey(() => User, { name: 'known_device_user_id_fkey', onDelete: 'CASCADE' })
  userId: string;

  @Column({ type: 'timestamptz', name: 'last_used_at', default: () => 'now()' }) lastUsedAt: Date;
}
