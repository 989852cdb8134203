import { getDevice, type GetDevice, type VersionedDevice } from '@tessera/contracts';
import { Database, Handles, refuse, type RequestContext } from '@tessera/platform';
import { toVersionedDevice } from './device.to-view.js';
import { DevicesRepository } from './devices.repository.js';

@Handles(getDevice)
export class GetDeviceHandler {
  constructor(
    private readonly database: Database,
    private readonly devices: DevicesRepository,
  ) {}

  async handle(input: GetDevice, ctx: RequestContext): Promise<VersionedDevice> {
    const row = await this.devices.findOne(ctx.companyId, input.id, this.database);
    if (!row) refuse('NOT_FOUND');
    return toVersionedDevice(
      row,
      await this.devices.apps(ctx.companyId, [input.id], this.database),
      ctx.language,
    );
  }
}
