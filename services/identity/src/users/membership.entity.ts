import type { InvitationPurpose, Right } from '@tessera/contracts';
import { rights as allRights } from '@tessera/contracts';
import { refuse } from '@tessera/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Company } from '../companies/company.entity.js';
import { User } from './user.entity.js';

export type MemberRole = 'owner' | 'administrator' | 'member' | 'device_member';

/** What a person is in a company, and may do there. */
@Entity('membership')
@Index('membership_of_company', ['companyId', 'userId'])
@Index('membership_one_owner', ['companyId'], { unique: true, where: "role = 'owner'" })
@Check('membership_role', "role in ('owner', 'administrator', 'member', 'device_member')")
export class Membership {
  @PrimaryColumn({ type: 'uuid', name: 'user_id' })
  @ForeignKey(() => User, { name: 'membership_user', onDelete: 'CASCADE' })
  userId: string;

  @Column({ type: 'uuid', name: 'company_id' })
  @ForeignKey(() => Company, { name: 'membership_company', onDelete: 'CASCADE' })
  companyId: string;

  @Column({ type: 'text' }) role: MemberRole;
  /** As granted; an owner's row is empty, and the owner has all of them. */
  @Column({ type: 'text', array: true }) rights: Right[];
  @Column({ type: 'timestamptz', name: 'joined_at', default: () => 'now()' }) joinedAt: Date;

  static of(companyId: string, userId: string, role: MemberRole, rights: readonly Right[]): Membership {
    return Object.assign(new Membership(), {
      companyId,
      userId,
      role,
      rights: [...rights],
      joinedAt: new Date(),
    });
  }

  /** By invitation, which makes no owner. */
  static invited(
    companyId: string,
    userId: string,
    purpose: InvitationPurpose,
    rights: readonly Right[],
  ): Membership {
    if (purpose === 'device') return Membership.of(companyId, userId, 'device_member', []);
    return Membership.of(companyId, userId, rights.length ? 'administrator' : 'member', rights);
  }

  get rightsInForce(): readonly Right[] {
    return rightsInForce(this.role, this.rights);
  }

  /** A member grants no right that the member lacks (EDG-013). @throws Refusal RIGHT_MISSING */
  requireMayInvite(granted: readonly Right[]): void {
    const missing = ['users.invite' as const, ...granted].find(
      (right) => !this.rightsInForce.includes(right),
    );
    if (missing) refuse('RIGHT_MISSING', { params: { right: missing } });
  }
}

export function rightsInForce(role: string | null, granted: readonly Right[] | null): readonly Right[] {
  if (role === 'owner') return allRights;
  return role === 'administrator' ? (granted ?? []) : [];
}
