import {
  getDeviceV1,
  listDevicesV1,
  renameDeviceV1,
  type DevicePageV1,
  type DeviceView,
  type DeviceViewV1,
  type GetDevice,
  type ListDevices,
  type RenameDevice,
  type VersionedDeviceV1,
} from '@tessera/contracts';
import { Handles, type RequestContext } from '@tessera/platform';
import { GetDeviceHandler } from './get-device.js';
import { ListDevicesHandler } from './list-devices.js';
import { RenameDeviceHandler } from './rename-device.js';

/** For gateways of the release before, which expect a `seatInUse` of each app. They go with the next release. */
@Handles(listDevicesV1)
export class ListDevicesV1Handler extends ListDevicesHandler {
  override async handle(input: ListDevices, ctx: RequestContext): Promise<DevicePageV1> {
    const { items, nextCursor } = await super.handle(input, ctx);
    return { items: items.map(asBefore), nextCursor };
  }
}

@Handles(getDeviceV1)
export class GetDeviceV1Handler extends GetDeviceHandler {
  override async handle(input: GetDevice, ctx: RequestContext): Promise<VersionedDeviceV1> {
    return asBefore(await super.handle(input, ctx));
  }
}

@Handles(renameDeviceV1)
export class RenameDeviceV1Handler extends RenameDeviceHandler {
  override async handle(input: RenameDevice, ctx: RequestContext): Promise<VersionedDeviceV1> {
    return asBefore(await super.handle(input, ctx));
  }
}

const asBefore = <D extends DeviceView>(device: D): D & DeviceViewV1 => ({
  ...device,
  apps: device.apps.map((app) => ({ ...app, seatInUse: app.seatInUse ?? false })),
});
