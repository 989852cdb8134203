import { forgotPassword, type Empty, type ForgotPassword } from '@tessera/contracts';
import { addressKey, Handles, Transaction, type RequestContext } from '@tessera/platform';
import { LinkMails } from '../links/link-mails.js';

/** Whether the address is known is found out when the mail is written; here every address takes the same steps. */
@Handles(forgotPassword)
export class ForgotPasswordHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly mails: LinkMails,
  ) {}

  async handle(input: ForgotPassword, ctx: RequestContext): Promise<Empty> {
    return this.transaction.run(ctx, async (tx) => {
      const sender = { from: addressKey(ctx.clientAddress) };
      await this.mails.request({ purpose: 'password_reset', email: input.email, sender }, tx);
      return {};
    });
  }
}
