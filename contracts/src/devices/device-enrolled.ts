import { event, Field } from '../kit/index.js';

export class DeviceEnrolled {
  @Field.id() deviceId: string;
  @Field.line({ max: 200 }) deviceName: string;
  @Field.id({ description: 'Who made the enrollment code.' }) userId: string;
  @Field.integer({ optional: true, description: 'Everything of an earlier epoch has ended.' }) epoch?: number;
}

export const deviceEnrolled = event({
  subject: 'evt.devices.device.enrolled.v1',
  payload: DeviceEnrolled,
  summary: 'A device joined the account.',
  hearers: ['notifications'],
  live: { kind: 'device.enrolled', to: 'company' },
});
