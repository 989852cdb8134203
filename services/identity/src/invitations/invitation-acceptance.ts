import { Injectable } from '@nestjs/common';
import { invitationAccepted, userChanged } from '@tessera/contracts';
import { refuse, type Tx } from '@tessera/platform';
import type { Link } from '../links/link.entity.js';
import { fullName } from '../users/derived-names.js';
import { Membership } from '../users/membership.entity.js';
import { MembershipsRepository } from '../users/memberships.repository.js';
import { UsersRepository } from '../users/users.repository.js';
import { InvitationLookup } from './invitation-lookup.repository.js';
import { InvitationsRepository } from './invitations.repository.js';

interface Invitee {
  id: string;
  firstName: string;
  lastName: string;
}

/** Makes a person a member by an invitation, with a new account or with one that exists. */
@Injectable()
export class InvitationAcceptance {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly lookup: InvitationLookup,
    private readonly memberships: MembershipsRepository,
    private readonly users: UsersRepository,
  ) {}

  /**
   * The invitation holds only while its inviter is a member, may invite, and has what it grants (EDG-013).
   * @returns the company joined
   * @throws Refusal INVITATION_CLOSED, ALREADY_IN_COMPANY
   */
  async accept(link: Link, invitee: Invitee, tx: Tx): Promise<string> {
    const invitation = await this.lookup.lock(link.invitationId!, tx);
    const { companyId, inviterId, purpose, rights } = invitation;
    await this.requireStillGranted(companyId, inviterId, rights, tx);
    invitation.accept(new Date());
    await this.invitations.update(companyId, invitation, tx);
    await this.memberships.insert(Membership.invited(companyId, invitee.id, purpose, rights), tx);
    tx.emit(invitationAccepted, {
      companyId,
      aggregateId: invitation.id,
      version: invitation.version,
      data: {
        invitationId: invitation.id,
        inviterId,
        userId: invitee.id,
        userName: fullName(invitee),
        companyId,
      },
    });
    const version = await this.users.touch(invitee.id, tx);
    const data = { userId: invitee.id };
    tx.emit(userChanged, { companyId, userId: invitee.id, aggregateId: invitee.id, version, data });
    return companyId;
  }

  private async requireStillGranted(
    companyId: string,
    inviterId: string,
    rights: Membership['rights'],
    tx: Tx,
  ): Promise<void> {
    const inviter = await this.memberships.find(companyId, inviterId, tx);
    const inForce = inviter?.rightsInForce ?? [];
    const needed = ['users.invite' as const, ...rights];
    // The invited person learns that it holds no more, not why.
    if (!needed.every((right) => inForce.includes(right))) refuse('INVITATION_CLOSED');
  }
}
