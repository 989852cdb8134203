import {
  Describe,
  IsInstant,
  IsInt,
  IsLine,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  request,
} from '../kit/index.js';
import { access } from '../access.js';

export class CreateEnrollment {
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  @Describe('How many devices may join with the code; 1 by default.')
  maxUses?: number;
}

export class EnrollmentView {
  @IsOptional() @IsUUID() @Describe('By which it is withdrawn.') id?: string;
  @IsLine() @MaxLength(40) @Describe('Shown once: only its hash is kept.') code: string;
  @IsLine()
  @MaxLength(500)
  @Describe('A page that explains how to join; it has the code in its fragment.')
  url: string;
  @IsInstant() expiresAt: string;
}

/** What people get: the gateway draws the code. */
export class DrawnEnrollment extends EnrollmentView {
  @IsString() @MaxLength(20_000) @Describe('The url as a QR code: PNG as a data URL.') qr: string;
}

export const createEnrollment = request({
  subject: 'rpc.devices.enrollment.create.v1',
  request: CreateEnrollment,
  reply: EnrollmentView,
  errors: { TOO_MANY_USES: 'unprocessable' },
  summary: 'Make a code with which devices join the account.',
  access: access.company('devices.manage'),
});
