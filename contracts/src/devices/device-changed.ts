import { event, IsUUID } from '../kit/index.js';

export class DeviceChanged {
  @IsUUID() deviceId: string;
}

export const deviceChanged = event({
  subject: 'evt.devices.device.changed.v1',
  payload: DeviceChanged,
  summary: 'Status, presence or name of a device changed.',
  consumers: [],
  live: { kind: 'device.changed', to: 'company', ids: ['deviceId'] },
});
