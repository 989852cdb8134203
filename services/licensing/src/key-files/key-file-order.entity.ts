import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An order of a license's key files by mail. */
@Entity('key_file_order')
export class KeyFileOrder {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'license_id' }) licenseId: string;
  @Column({ type: 'text' }) email: string;
  @Column({ type: 'text' }) language: string;
  @Column({ type: 'timestamptz', name: 'ordered_at', default: () => 'now()' }) orderedAt: Date;
}
