import { Injectable } from '@nestjs/common';
import type { Db } from '../database/database.js';
import { FailureLimiter, type FailureLimit } from './failure-limiter.js';

/** A mail that somebody asks for, and that goes to an address of his choice. */
export interface AskedMail {
  purpose: string;
  /** The address, as it is compared. */
  recipient: string;
  /** Who asks: a company, or the key of a client's address. */
  sender: string;
  /** What it says, where several senders behind one address would say different things. */
  what?: string;
}

export interface MailBounds {
  /** In an hour: the same, by the same sender, to the same recipient. */
  same: number;
  /** In ten minutes: to one recipient, for whatever purpose. */
  recipient10min: number;
}

/** One sender may say so many times as much as the same thing; all senders together so many times. */
const SENDER = 2;
const ALL = 4;
/** The part of what a recipient may get that is for those who have sent him nothing yet. */
const RESERVED = 1 / 3;
/**
 * Purposes whose requests say nothing of whether anything is mailed, and their part of what a recipient may get: counted apart,
 * so that requests without an effect displace no mail that the recipient waits for. Such a mail is the same for every sender: no
 * part of these is reserved.
 */
const APART: Readonly<Record<string, number>> = { password_reset: 0.3 };
const REST = 0.7;

export interface MailVerdict {
  verdict: 'admitted' | 'sender_full' | 'recipient_full';
  /** Seconds until there may be room again; 0 where there is. */
  retryAfter: number;
}

/**
 * Mails that go to an address of the sender's choice are limited by sender and recipient, so that no sender uses up what others
 * may send; and by recipient alone, so that many senders together do not fill a mailbox. A part of that is reserved for
 * senders that have sent nothing to this recipient yet.
 */
@Injectable()
export class MailLimits {
  constructor(private readonly limiter: FailureLimiter) {}

  /** A refused mail does not count: its sender has the same room later as before. */
  async admit(mail: AskedMail, bounds: MailBounds, db: Db): Promise<MailVerdict> {
    const counted: { key: Buffer; limits: FailureLimit[] }[] = [];
    let retryAfter = 0;
    const counts = async (failures: number, seconds: number, ...of: string[]): Promise<boolean> => {
      const [key, limits] = [this.limiter.key(...of), [{ failures, seconds }]];
      const room = await this.limiter.begin(key, limits, db);
      if (room) counted.push({ key, limits });
      else retryAfter = (await this.limiter.secondsFull(key, limits, 'attempts', db)) || 1;
      return room;
    };
    const verdict = await this.decide(mail, bounds, counts);
    if (verdict === 'admitted') return { verdict, retryAfter: 0 };
    for (const { key, limits } of counted) await this.limiter.release(key, limits, db);
    return { verdict, retryAfter };
  }

  private async decide(
    { purpose, recipient, sender, what = '' }: AskedMail,
    bounds: MailBounds,
    counts: (failures: number, seconds: number, ...of: string[]) => Promise<boolean>,
  ): Promise<MailVerdict['verdict']> {
    // Who has used up his own does not use up the recipient's.
    const own =
      (await counts(bounds.same, 3_600, 'mail-same', purpose, recipient, sender, what)) &&
      (await counts(SENDER * bounds.same, 3_600, 'mail-by', purpose, recipient, sender));
    if (!own) return 'sender_full';
    const first = await counts(1, 3_600, 'mail-first', purpose, recipient, sender);
    const share = (most: number) => (first ? most : Math.max(1, Math.floor(most * (1 - RESERVED))));
    const apart = APART[purpose];
    const most = Math.max(1, Math.floor(bounds.recipient10min * (apart ?? REST)));
    const room =
      (await counts(share(ALL * bounds.same), 3_600, 'mail-to', purpose, recipient)) &&
      (apart === undefined
        ? await counts(share(most), 600, 'mail-to', recipient)
        : await counts(most, 600, 'mail-to', recipient, purpose));
    return room ? 'admitted' : 'recipient_full';
  }
}
