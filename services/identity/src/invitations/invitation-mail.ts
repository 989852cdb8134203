import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, refuse, type Tx, FailureLimiter } from '@tessera/platform';
import type { Config } from '../config.js';
import { LinkMails } from '../links/link-mails.js';
import type { Invitation } from './invitation.entity.js';

const DAY_SECONDS = 86_400;

@Injectable()
export class InvitationMail {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly mails: LinkMails,
    private readonly limiter: FailureLimiter,
  ) {}

  /** When an invitation that is mailed now will end. */
  expiry(): Date {
    return new Date(Date.now() + this.mails.lifetimeMinutes('invitation') * 60_000);
  }

  /**
   * When an address has got too many of others, no mail goes out, and the company that invites is not told: it has done
   * nothing wrong, and would learn that others write to that person. It may send the invitation again later.
   * @throws Refusal TOO_MANY_REQUESTS when the company has sent too many, to this address or in all
   */
  async send(invitation: Invitation, tx: Tx): Promise<void> {
    const { companyId, email, id } = invitation;
    const limit = { seconds: DAY_SECONDS, failures: this.config.INVITATIONS_PER_COMPANY_DAY };
    await this.limiter.require(this.limiter.key('invitations', companyId), [limit], tx);
    const sender = { from: companyId };
    const link = { purpose: 'invitation', email, companyId, invitationId: id, sender } as const;
    const { verdict, retryAfter } = await this.mails.request(link, tx);
    if (verdict === 'sender_full') refuse('TOO_MANY_REQUESTS', { retryAfter });
  }
}
