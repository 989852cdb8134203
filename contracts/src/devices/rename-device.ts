import { IsOtherVersions } from '../if-match.js';
import { IsInt, IsName, IsOptional, IsUUID, MaxLength, MinLength, request } from '../kit/index.js';
import { MAX_DEVICE_NAME } from '../limits.js';
import { access } from '../identity/rights.js';
import { VersionedDevice } from './device.view.js';

export class RenameDevice {
  @IsUUID() id: string;
  @IsName() @MinLength(0) @MaxLength(MAX_DEVICE_NAME) name: string;
  @IsOptional() @IsInt() ifMatch?: number;
  @IsOtherVersions() ifMatchOthers?: string[];
}

export const renameDevice = request({
  subject: 'rpc.devices.device.rename.v2',
  request: RenameDevice,
  reply: VersionedDevice,
  errors: { NAME_EMPTY: 'unprocessable' },
  summary: 'Give a device another name.',
  access: access.company('devices.manage'),
});
