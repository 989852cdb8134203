import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Device } from '../devices/device.entity.js';

/** When a device was last seen, and until when it counts as online without being seen again. */
@Entity('presence')
@Index('presence_lease', { synchronize: false })
export class Presence {
  @PrimaryColumn({ type: 'uuid', name: 'device_id', primaryKeyConstraintName: 'pk_presence' })
  @ForeignKey(() => Device, 'id', { name: 'fk_presence_device', onDelete: 'CASCADE' })
  deviceId: string;
  /** As it was last told; the lease says how it is. */
  @Column({ type: 'boolean' }) online: boolean;
  @Column({ type: 'timestamptz', name: 'lease_until' }) leaseUntil: Date;
  @Column({ type: 'timestamptz', name: 'last_seen_at' }) lastSeenAt: Date;
}
