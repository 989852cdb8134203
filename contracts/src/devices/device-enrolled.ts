import { Describe, event, IsInt, IsLine, IsOptional, IsUUID, MaxLength } from '../kit/index.js';

export class DeviceEnrolled {
  @IsUUID() deviceId: string;
  @IsLine() @MaxLength(200) deviceName: string;
  @IsUUID() @Describe('Who made the enrollment code.') userId: string;
  @IsOptional() @IsInt() @Describe('Everything of an earlier epoch has ended.') epoch?: number;
}

export const deviceEnrolled = event({
  subject: 'evt.devices.device.enrolled.v1',
  payload: DeviceEnrolled,
  summary: 'A device joined the account.',
  consumers: ['notifications'],
  live: { kind: 'device.enrolled', to: 'company', ids: ['deviceId', 'userId'] },
});
