import { Field, request } from '../kit/index.js';
import { MAX_PERSON_NAME } from '../limits.js';
import { access, staffRoles } from './rights.js';

export class CreateStaffUser {
  @Field.email() email: string;
  @Field.name({ max: MAX_PERSON_NAME }) firstName: string;
  @Field.name({ max: MAX_PERSON_NAME }) lastName: string;
  @Field.oneOf(staffRoles) role: (typeof staffRoles)[number];
  @Field.id({ optional: true, description: 'For the role `partner`.' }) partnerId?: string;
}

export class StaffUserView {
  @Field.id() id: string;
  @Field.email() email: string;
  @Field.line({ max: MAX_PERSON_NAME }) firstName: string;
  @Field.line({ max: MAX_PERSON_NAME }) lastName: string;
  @Field.oneOf(staffRoles) role: (typeof staffRoles)[number];
  @Field.id({ nullable: true }) partnerId: string | null;
  @Field.flag({ description: 'Whether the person has set a password.' }) activated: boolean;
  @Field.time() createdAt: string;
}

export const createStaffUser = request({
  subject: 'rpc.identity.staff-user.create.v1',
  request: CreateStaffUser,
  reply: StaffUserView,
  errors: { EMAIL_TAKEN: 'conflict' },
  summary: "Invites one of the vendor's people, or a partner, by mail.",
  access: access.staff('platform-admin'),
});
