import {
  Describe,
  IsBoolean,
  IsEmailAddress,
  IsIn,
  IsInstant,
  IsLine,
  IsName,
  IsNullable,
  IsOptional,
  IsUUID,
  MaxLength,
  request,
} from '../kit/index.js';
import { MAX_PERSON_NAME } from '../limits.js';
import { access, staffRoles } from '../access.js';

export class CreateStaffUser {
  @IsEmailAddress() email: string;
  @IsName() @MaxLength(MAX_PERSON_NAME) firstName: string;
  @IsName() @MaxLength(MAX_PERSON_NAME) lastName: string;
  @IsIn(staffRoles) role: (typeof staffRoles)[number];
  @IsOptional() @IsUUID() @Describe('For the role `partner`.') partnerId?: string;
}

export class StaffUserView {
  @IsUUID() id: string;
  @IsEmailAddress() email: string;
  @IsLine() @MaxLength(MAX_PERSON_NAME) firstName: string;
  @IsLine() @MaxLength(MAX_PERSON_NAME) lastName: string;
  @IsIn(staffRoles) role: (typeof staffRoles)[number];
  @IsNullable() @IsUUID() partnerId: string | null;
  @IsBoolean() @Describe('Whether the person has set a password.') activated: boolean;
  @IsInstant() createdAt: string;
}

export const createStaffUser = request({
  subject: 'rpc.identity.staff-user.create.v1',
  request: CreateStaffUser,
  reply: StaffUserView,
  errors: { EMAIL_TAKEN: 'conflict' },
  summary: "Invites one of the vendor's people, or a partner, by mail.",
  access: access.staff('platform-admin'),
});
