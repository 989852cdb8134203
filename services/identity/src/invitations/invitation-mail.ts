import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, refuse, type Tx } from '@tessera/platform';
import type { Config } from '../config.js';
import { AttemptWindows } from '../guessing/attempt-windows.js';
import { Links } from '../links/links.repository.js';
import type { Invitation } from './invitation.entity.js';

const DAY = 86_400;

@Injectable()
export class InvitationMail {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly links: Links,
    private readonly windows: AttemptWindows,
  ) {}

  /** When an invitation that is mailed now will end. */
  expiry(): Date {
    return new Date(Date.now() + this.links.minutes('invitation') * 60_000);
  }

  /** @throws Refusal TOO_MANY_REQUESTS when the company has sent, or the address has got, too many */
  async send(invitation: Invitation, tx: Tx): Promise<void> {
    const { companyId, email, id } = invitation;
    const limit = { seconds: DAY, failures: this.config.INVITATIONS_PER_COMPANY_DAY };
    await this.windows.require(this.windows.key('invitations', companyId), [limit], tx);
    const sent = await this.links.request({ purpose: 'invitation', email, companyId, invitationId: id }, tx);
    if (!sent) refuse('TOO_MANY_REQUESTS', { retryAfter: 600 });
  }
}
