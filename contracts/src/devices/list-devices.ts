import {
  Describe,
  IsBoolean,
  IsCursor,
  IsIn,
  IsInt,
  IsNameOrEmpty,
  IsNullable,
  IsOptional,
  Max,
  MaxLength,
  Min,
  NestedList,
  request,
} from '../kit/index.js';
import { MAX_DEVICE_NAME } from '../limits.js';
import { access } from '../access.js';
import { deviceStatuses, DeviceView, type DeviceStatus } from './device.view.js';

export class ListDevices {
  @IsOptional()
  @IsNameOrEmpty()
  @MaxLength(MAX_DEVICE_NAME)
  @Describe('Part of the name, in any case.')
  search?: string;
  @IsOptional() @IsIn(deviceStatuses) status?: DeviceStatus;
  @IsOptional()
  @IsBoolean()
  @Describe('false lists the disconnected ones; true by default.')
  connected?: boolean;
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

export class DevicePage {
  @NestedList(() => DeviceView, 100) items: DeviceView[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}

export const listDevices = request({
  subject: 'rpc.devices.device.list.v2',
  fallback: 'rpc.devices.device.list.v1',
  request: ListDevices,
  reply: DevicePage,
  summary: "The company's devices by name.",
  access: access.company(),
  idempotent: true,
});
