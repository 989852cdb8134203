import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An application that was activated on a device. Applications of one device share the device's seat. */
@Entity('activation')
@Index('activation_device', ['licenseId', 'fingerprintHash', 'productId'], {
  unique: true,
  where: 'ended_at is null',
})
@Index('activation_seat', ['licenseId', 'seatId'], { where: 'ended_at is null' })
export class Activation {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'license_id' }) licenseId: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'uuid', name: 'seat_id' }) seatId: string;
  /** As in the certificate; the fingerprint itself is not kept. */
  @Column({ type: 'bytea', name: 'fingerprint_hash' }) fingerprintHash: Buffer;
  @Column({ type: 'uuid', name: 'product_id' }) productId: string;
  @Column({ type: 'text', name: 'application_version' }) applicationVersion: string;
  @Column({ type: 'bytea', name: 'token_hash' }) tokenHash: Buffer;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}
