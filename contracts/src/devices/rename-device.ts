import { IsOtherVersions } from '../if-match.js';
import { IsInt, IsNameOrEmpty, IsOptional, IsUUID, MaxLength, request } from '../kit/index.js';
import { MAX_DEVICE_NAME } from '../limits.js';
import { access } from '../access.js';
import { VersionedDevice } from './device.view.js';

export class RenameDevice {
  @IsUUID() id: string;
  @IsNameOrEmpty() @MaxLength(MAX_DEVICE_NAME) name: string;
  @IsOptional() @IsInt() ifMatch?: number;
  @IsOtherVersions() ifMatchOthers?: string[];
}

export const renameDevice = request({
  subject: 'rpc.devices.device.rename.v2',
  fallback: 'rpc.devices.device.rename.v1',
  request: RenameDevice,
  reply: VersionedDevice,
  errors: { NAME_EMPTY: 'unprocessable' },
  summary: 'Give a device another name.',
  access: access.company('devices.manage'),
});
