import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, SecurityEvents, type RequestContext } from '@tessera/platform';
import type { Config } from '../config.js';
import type { Attempt } from '../throttling/sign-in-throttle.js';
import { roleOf } from '../users/person.js';
import type { Account } from './account.js';

/** What the security log says of sign-ins. The client is told none of the reasons. */
@Injectable()
export class SignInLog {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly security: SecurityEvents,
  ) {}

  succeeded(account: Account, sessionId: string, ctx: RequestContext): void {
    const { userId, companyId } = account;
    this.security.note('authn_login_success', ctx, {
      actorId: userId,
      actorRole: roleOf(account),
      ...(companyId ? { companyId } : {}),
      sessionId,
    });
  }

  /** @param counted failures in a row, with this one, and the seconds until the next attempt */
  failed(
    account: Account | null,
    attempt: Attempt,
    counted: { failures: number; wait: number },
    ctx: RequestContext,
  ): void {
    const whose = {
      // The same for the same address, also where there is no such account; not the address.
      account: attempt.accountKey.toString('hex').slice(0, 16),
      ...(account ? { targetId: account.userId } : {}),
    };
    this.security.note('authn_login_fail', ctx, { ...whose, reason: reasonOf(account, attempt) });
    if (attempt.locked || counted.wait === 0) return;
    const isLast = counted.failures >= this.config.SIGN_IN_MAX_FAILURES;
    this.security.note(isLast ? 'authn_login_fail_max' : 'authn_login_lock', ctx, { ...whose, ...counted });
  }
}

function reasonOf(account: Account | null, attempt: Attempt): string {
  if (attempt.locked) return 'locked';
  if (!account) return 'unknown';
  return account.passwordHash === null ? 'not_activated' : 'wrong_password';
}
