import { renameDevice, type RenameDevice, type VersionedDevice } from '@tessera/contracts';
import { Handles, requireMatch, Transaction, type RequestContext } from '@tessera/platform';
import { DeviceStatusUpdater } from '../status/device-status-updater.js';
import { toVersionedDevice } from './device.to-view.js';
import { DevicesRepository } from './devices.repository.js';

@Handles(renameDevice)
export class RenameDeviceHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly devices: DevicesRepository,
    private readonly statusUpdater: DeviceStatusUpdater,
  ) {}

  async handle(input: RenameDevice, ctx: RequestContext): Promise<VersionedDevice> {
    return this.transaction.run(ctx, async (tx) => {
      const device = await this.devices.lock(ctx.companyId, input.id, tx);
      requireMatch(input, device.version);
      device.rename(input.name);
      await this.devices.update(ctx.companyId, device, tx);
      this.statusUpdater.emitChanged(device, tx);
      const row = await this.devices.findOne(ctx.companyId, device.id, tx);
      return toVersionedDevice(row!, await this.devices.apps(ctx.companyId, [device.id], tx), ctx.language);
    });
  }
}
