import { Field } from '../kit/index.js';
import { rights } from './rights.js';

export const invitationPurposes = ['member', 'device', 'both'] as const;
export type InvitationPurpose = (typeof invitationPurposes)[number];
export const invitationStates = ['pending', 'expired', 'accepted', 'cancelled'] as const;

export class InvitationView {
  @Field.id() id: string;
  @Field.email() email: string;
  @Field.oneOf(invitationPurposes) purpose: InvitationPurpose;
  @Field.someOf(rights, { maxItems: 30 }) rights: (typeof rights)[number][];
  @Field.oneOf(invitationStates) status: (typeof invitationStates)[number];
  @Field.id({ description: 'Who sent it last, and vouches for what it grants.' }) inviterId: string;
  @Field.time() createdAt: string;
  @Field.time() expiresAt: string;
}
