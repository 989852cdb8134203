import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { License } from '../licenses/license.entity.js';

/**
 * A seat of a license: a device uses it, or it is free (`id` is null). Slots above the license's limit cannot exist,
 * and a slot exists once, so concurrent activations cannot oversell seats (EDG-001).
 */
@Entity('seat')
@ForeignKey(() => License, ['licenseId', 'seatLimit'], ['id', 'seats'], {
  name: 'seat_of_license',
  onUpdate: 'CASCADE',
})
@Check('seat_within_limit', 'slot between 1 and seat_limit')
@Check('seat_taken_or_free', '(id is null) = (fingerprint_hash is null)')
@Index('seat_device', ['licenseId', 'fingerprintHash'], { unique: true })
@Index('seat_id', ['licenseId', 'id'], { unique: true })
@Index('seat_free', ['licenseId', 'slot'], { where: 'id is null' })
export class Seat {
  @PrimaryColumn({ type: 'uuid', name: 'license_id' }) licenseId: string;
  @PrimaryColumn({ type: 'integer' }) slot: number;
  @Column({ type: 'integer', name: 'seat_limit' }) seatLimit: number;
  /** A new one each time the slot is taken, so that a release never hits the next device. */
  @Column({ type: 'uuid', nullable: true }) id: string | null;
  @Column({ type: 'bytea', name: 'fingerprint_hash', nullable: true }) fingerprintHash: Buffer | null;
  @Column({ type: 'text', name: 'device_name', nullable: true }) deviceName: string | null;
}
