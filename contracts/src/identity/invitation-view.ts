import { ArrayMaxSize, Describe, IsArray, IsEmailAddress, IsIn, IsInstant, IsUUID } from '../kit/index.js';
import { rights } from '../access.js';

export const invitationPurposes = ['member', 'device', 'both'] as const;
export type InvitationPurpose = (typeof invitationPurposes)[number];
export const invitationStates = ['pending', 'expired', 'accepted', 'cancelled'] as const;

export class InvitationView {
  @IsUUID() id: string;
  @IsEmailAddress() email: string;
  @IsIn(invitationPurposes) purpose: InvitationPurpose;
  @IsArray() @ArrayMaxSize(30) @IsIn(rights, { each: true }) rights: (typeof rights)[number][];
  @IsIn(invitationStates) status: (typeof invitationStates)[number];
  @IsUUID() @Describe('Who sent it last, and vouches for what it grants.') inviterId: string;
  @IsInstant() createdAt: string;
  @IsInstant() expiresAt: string;
}
