import { event, Field } from '../kit/index.js';

export class DeviceQuarantined {
  @Field.id() deviceId: string;
  @Field.line({ max: 200 }) deviceName: string;
}

export const deviceQuarantined = event({
  subject: 'evt.devices.device.quarantined.v1',
  payload: DeviceQuarantined,
  summary: 'Two machines use the key of one device; neither may connect until it is enrolled anew.',
  hearers: [],
  live: { kind: 'device.changed', to: 'company' },
});
