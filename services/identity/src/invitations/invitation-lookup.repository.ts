import { Injectable } from '@nestjs/common';
import { refuse, repositoryOf, type Tx } from '@tessera/platform';
import { Invitation } from './invitation.entity.js';

/** Invitations for the holders of their links, who have no company yet. */
@Injectable()
export class InvitationLookup {
  /** @throws Refusal LINK_INVALID */
  async lock(id: string, tx: Tx): Promise<Invitation> {
    const invitation = await repositoryOf(tx, Invitation).findOne({
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return invitation ?? refuse('LINK_INVALID');
  }
}
