import { Inject, Injectable } from '@nestjs/common';
import { addressKey, CONFIG, FailureLimiter, MailLimits, refuse, type Tx } from '@tessera/platform';
import type { Config } from '../config.js';

const HOUR_SECONDS = 3_600;
/** Mails with key files to one recipient in ten minutes, from all senders. */
const MAX_RECIPIENT_MAILS_10MIN = 10;

/**
 * A valid code suffices to have mails sent to any address: a few to the same one, and not to half the world. One sender, and
 * one license, may mail a few recipients in an hour.
 */
@Injectable()
export class KeyFileMails {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly limiter: FailureLimiter,
    private readonly mailLimits: MailLimits,
  ) {}

  /** @throws Refusal TOO_MANY_REQUESTS */
  async require(licenseId: string, email: string, tx: Tx): Promise<void> {
    const { KEY_FILE_MAILS_PER_RECIPIENT_HOUR: same, KEY_FILE_MAILS_HOUR: failures } = this.config;
    const sender = addressKey(tx.ctx.clientAddress);
    const mail = { purpose: 'key_files', recipient: email.toLowerCase(), sender, what: licenseId };
    const { verdict, retryAfter } = await this.mailLimits.admit(
      mail,
      { same, recipient10min: MAX_RECIPIENT_MAILS_10MIN },
      tx,
    );
    if (verdict !== 'admitted') refuse('TOO_MANY_REQUESTS', { retryAfter });
    for (const subject of [`sender:${sender}`, `license:${licenseId}`]) {
      await this.limiter.require(
        this.limiter.key('key-file-mails', subject),
        [{ seconds: HOUR_SECONDS, failures }],
        tx,
      );
    }
  }
}
