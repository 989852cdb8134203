import { event, IsLine, IsUUID, MaxLength } from '../kit/index.js';

export class DeviceDisconnected {
  @IsUUID() deviceId: string;
  @IsLine() @MaxLength(200) deviceName: string;
  @IsUUID() userId: string;
}

export const deviceDisconnected = event({
  subject: 'evt.devices.device.disconnected.v1',
  payload: DeviceDisconnected,
  summary: 'A device left the account; its licenses stay.',
  consumers: ['notifications'],
  live: { kind: 'device.disconnected', to: 'company', ids: ['deviceId', 'userId'] },
});
