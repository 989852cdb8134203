import { Injectable } from '@nestjs/common';
import { deviceChanged } from '@tessera/contracts';
import type { Tx } from '@tessera/platform';
import { CommandsRepository } from '../commands/commands.repository.js';
import { DevicesRepository } from '../devices/devices.repository.js';
import type { Device } from '../devices/device.entity.js';
import { PresenceRepository } from '../presence/presence.repository.js';
import { assess } from './assess.js';

/** Assesses a device's status by everything that is known, and stores it, so that lists can filter by it. */
@Injectable()
export class DeviceStatusUpdater {
  constructor(
    private readonly devices: DevicesRepository,
    private readonly commands: CommandsRepository,
    private readonly presence: PresenceRepository,
  ) {}

  /** The caller holds the device's row. @param changed emit `deviceChanged` even if the status stays the same */
  async refresh(device: Device, now: Date, tx: Tx, changed = false): Promise<void> {
    const facts = {
      connected: device.connected,
      quarantined: device.quarantinedAt !== null,
      report: device.report,
      incomplete: Boolean(device.refusedParts?.length),
      clockSkewSeconds: device.clockSkewSeconds,
      apps: await this.devices.apps(device.companyId, [device.id], tx),
      running: await this.commands.kindsRunning(device, tx),
      lastSeenAt: await this.presence.lastSeen(device.id, tx),
    };
    const statusChanged = device.apply(assess(facts, now));
    await this.devices.writeReport(device, tx);
    if (statusChanged || changed) this.emitChanged(device, tx);
  }

  emitChanged(device: Device, tx: Tx): void {
    tx.emit(deviceChanged, {
      companyId: device.companyId,
      aggregateId: device.id,
      version: device.version,
      data: { deviceId: device.id },
    });
  }
}
