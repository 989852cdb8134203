import { IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';

export class DisconnectDevice {
  @IsUUID() id: string;
}

export const disconnectDevice = request({
  subject: 'rpc.devices.device.disconnect.v1',
  request: DisconnectDevice,
  reply: null,
  summary: 'Disconnect a device and its apps; licenses and seats stay, and it can be reconnected.',
  access: access.company('devices.manage'),
  idempotent: true,
});
