import {
  IsBoolean,
  IsCursor,
  IsInt,
  IsLine,
  IsNullable,
  IsUUID,
  MaxLength,
  NestedList,
  request,
} from '../kit/index.js';
import { access } from '../access.js';
import { AppComponent, DeviceView } from './device.view.js';
import { GetDevice } from './get-device.js';
import { ListDevices } from './list-devices.js';
import { RenameDevice } from './rename-device.js';

/** What the release before asks. It expects a `seatInUse` that is known, and gets false: nobody has confirmed one. */
export class DeviceAppViewV1 {
  @IsUUID() id: string;
  @IsLine() @MaxLength(100) product: string;
  @IsLine() @MaxLength(60) version: string;
  @IsBoolean() connected: boolean;
  @IsBoolean() installed: boolean;
  @IsBoolean() seatInUse: boolean;
  @NestedList(() => AppComponent, 50) components: AppComponent[];
}

export class DeviceViewV1 extends DeviceView {
  @NestedList(() => DeviceAppViewV1, 200) override apps: DeviceAppViewV1[];
}

export class VersionedDeviceV1 extends DeviceViewV1 {
  @IsInt() version: number;
}

export class DevicePageV1 {
  @NestedList(() => DeviceViewV1, 100) items: DeviceViewV1[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}

export const listDevicesV1 = request({
  subject: 'rpc.devices.device.list.v1',
  request: ListDevices,
  reply: DevicePageV1,
  summary: 'As v2, for the release before.',
  access: access.company(),
  idempotent: true,
});

export const getDeviceV1 = request({
  subject: 'rpc.devices.device.get.v1',
  request: GetDevice,
  reply: VersionedDeviceV1,
  summary: 'As v2, for the release before.',
  access: access.company(),
  idempotent: true,
});

export const renameDeviceV1 = request({
  subject: 'rpc.devices.device.rename.v1',
  request: RenameDevice,
  reply: VersionedDeviceV1,
  errors: { NAME_EMPTY: 'unprocessable' },
  summary: 'As v2, for the release before.',
  access: access.company('devices.manage'),
});
