import {
  Describe,
  IsCursor,
  IsInstant,
  IsInt,
  IsLine,
  IsNullable,
  IsOptional,
  IsUUID,
  Max,
  MaxLength,
  Min,
  NestedList,
  request,
} from '../kit/index.js';
import { access } from '../access.js';

export class ListEnrollments {
  @IsOptional() @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

/** A code that still lets devices in. The code itself is nowhere any more. */
export class LiveEnrollment {
  @IsUUID() id: string;
  @IsNullable()
  @IsLine()
  @MaxLength(8)
  @Describe('The last characters of the code.')
  codeEnding: string | null;
  @IsUUID() @Describe('Who made it.') createdBy: string;
  @IsInstant() createdAt: string;
  @IsInstant() expiresAt: string;
  @IsInt() @Describe('Devices that have joined with it.') uses: number;
  @IsInt() maxUses: number;
}

export class EnrollmentPage {
  @NestedList(() => LiveEnrollment, 100) items: LiveEnrollment[];
  @IsNullable() @IsCursor() nextCursor: string | null;
}

export const listEnrollments = request({
  subject: 'rpc.devices.enrollment.list.v1',
  request: ListEnrollments,
  reply: EnrollmentPage,
  summary: 'The codes with which devices can join at this moment, the newest first.',
  access: access.company('devices.manage'),
  idempotent: true,
});
