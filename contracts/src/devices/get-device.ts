import { IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';
import { VersionedDevice } from './device.view.js';

export class GetDevice {
  @IsUUID() id: string;
}

export const getDevice = request({
  subject: 'rpc.devices.device.get.v2',
  fallback: 'rpc.devices.device.get.v1',
  request: GetDevice,
  reply: VersionedDevice,
  summary: 'One device with its status, the reasons and its apps.',
  access: access.company(),
  idempotent: true,
});
