import { event, IsLine, IsUUID, MaxLength } from '../kit/index.js';

export class DeviceQuarantined {
  @IsUUID() deviceId: string;
  @IsLine() @MaxLength(200) deviceName: string;
}

export const deviceQuarantined = event({
  subject: 'evt.devices.device.quarantined.v1',
  payload: DeviceQuarantined,
  summary: 'Two machines use the key of one device; neither may connect until it is enrolled anew.',
  consumers: [],
  live: { kind: 'device.changed', to: 'company', ids: ['deviceId'] },
});
