import type { AppComponent, InstalledApp } from '@tessera/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Device } from './device.entity.js';

/** An app on a device, with facts that change independently of each other. */
@Entity('device_app')
@Index('device_app_once', ['deviceId', 'product'], { unique: true })
export class DeviceApp {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_device_app' }) id: string;
  @Column({ type: 'uuid', name: 'device_id' })
  @ForeignKey(() => Device, 'id', { name: 'fk_device_app_device', onDelete: 'CASCADE' })
  deviceId: string;
  @Column({ type: 'uuid', name: 'company_id' }) companyId: string;
  @Column({ type: 'text' }) product: string;
  @Column({ type: 'text', name: 'app_version' }) appVersion: string;
  /** It is managed from the account. */
  @Column({ type: 'boolean' }) connected: boolean;
  @Column({ type: 'boolean' }) installed: boolean;
  /** Only the release before shows it. It was the device's own claim, which no license confirmed. */
  @Column({ type: 'boolean', name: 'seat_in_use' }) seatInUse: boolean;
  @Column({ type: 'jsonb' }) components: AppComponent[];

  /** @returns whether anything has changed */
  report(app: InstalledApp): boolean {
    const next = {
      appVersion: app.version,
      installed: true,
      connected: true,
      seatInUse: false,
      components: (app.components ?? []).map(({ id, name, state }) => ({ id, name, state })),
    };
    return this.change(next);
  }

  uninstall(): boolean {
    return this.change({ installed: false, connected: false, seatInUse: false });
  }

  private change(next: Partial<DeviceApp>): boolean {
    const entries = Object.entries(next) as [keyof DeviceApp, unknown][];
    const changed = entries.some(([key, value]) => JSON.stringify(this[key]) !== JSON.stringify(value));
    Object.assign(this, next);
    return changed;
  }
}
