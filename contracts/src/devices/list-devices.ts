import { Field, request } from '../kit/index.js';
import { MAX_DEVICE_NAME } from '../limits.js';
import { access } from '../identity/rights.js';
import { deviceStatuses, DeviceView, type DeviceStatus } from './device.view.js';

export class ListDevices {
  @Field.name({ min: 0, max: MAX_DEVICE_NAME, optional: true, description: 'Part of the name, in any case.' })
  search?: string;
  @Field.oneOf(deviceStatuses, { optional: true }) status?: DeviceStatus;
  @Field.flag({ optional: true, description: 'false lists the disconnected ones; true by default.' })
  connected?: boolean;
  @Field.integer({ min: 1, max: 100, optional: true }) limit?: number;
  @Field.cursor({ optional: true }) cursor?: string;
}

export class DevicePage {
  @Field.list(() => DeviceView, { maxItems: 100 }) items: DeviceView[];
  @Field.cursor({ nullable: true }) nextCursor: string | null;
}

export const listDevices = request({
  subject: 'rpc.devices.device.list.v2',
  request: ListDevices,
  reply: DevicePage,
  summary: "The company's devices by name.",
  access: access.company(),
  idempotent: true,
});
