import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity.js';

/** A password that a person has had, the present one included. */
@Entity('password_history')
@Index('password_history_of_user', ['userId', 'id'])
export class FormerPassword {
  @PrimaryColumn({ type: 'uuid' }) id: string;

  @Column({ type: 'uuid', name: 'user_id' })
  @ForeignKey(() => User, { name: 'password_history_user_id_fkey', onDelete: 'CASCADE' })
  userId: string;

  @Column({ type: 'text' }) hash: string;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
