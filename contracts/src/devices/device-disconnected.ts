import { event, Field } from '../kit/index.js';

export class DeviceDisconnected {
  @Field.id() deviceId: string;
  @Field.line({ max: 200 }) deviceName: string;
  @Field.id() userId: string;
}

export const deviceDisconnected = event({
  subject: 'evt.devices.device.disconnected.v1',
  payload: DeviceDisconnected,
  summary: 'A device left the account; its licenses stay.',
  hearers: ['notifications'],
  live: { kind: 'device.disconnected', to: 'company' },
});
