import { Inject, Injectable } from '@nestjs/common';
import { linkRequested } from '@tessera/contracts';
import {
  CONFIG,
  Database,
  randomSecret,
  refuse,
  sha256,
  uuidv7,
  type Tx,
  MailLimits,
  type MailVerdict,
  FailureLimiter,
} from '@tessera/platform';
import type { Config } from '../config.js';
import { emailKey } from '../users/email-key.js';
import { LINK_COLUMNS, type Link, type LinkPurpose } from './link.js';

interface NewLink {
  purpose: LinkPurpose;
  email: string;
  /** Who asks for the mail, and what it says where several behind one address would say different things. */
  sender: { who: string; what?: string };
  companyId?: string;
  userId?: string;
  registrationId?: string;
  invitationId?: string;
}

/** Passwords that break a rule, and those that are good. */
const TRIES_OF_A_LINK = [{ seconds: 3600, failures: 30 }];

@Injectable()
export class Links {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly windows: FailureLimiter,
    private readonly mailLimits: MailLimits,
  ) {}

  /**
   * Makes a link and has it mailed, after the commit; its token is made only while the mail is rendered.
   * @returns whether there was room for one more mail; if not, nothing happens
   */
  async request(link: NewLink, tx: Tx): Promise<MailVerdict> {
    const key = emailKey(link.email);
    const verdict = await this.mayMail(link, key, tx);
    if (verdict.verdict !== 'admitted') return verdict;
    const id = uuidv7();
    await tx.query(
      `insert into link (id, purpose, email, email_key, user_id, registration_id, invitation_id, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(mins => $8))`,
      [
        id,
        link.purpose,
        link.email,
        key,
        link.userId ?? null,
        link.registrationId ?? null,
        link.invitationId ?? null,
        this.minutes(link.purpose),
      ],
    );
    const data = { linkId: id, purpose: link.purpose };
    tx.emit(linkRequested, { companyId: link.companyId ?? null, aggregateId: id, version: 1, data });
    return verdict;
  }

  private mayMail({ purpose, sender }: NewLink, recipient: string, tx: Tx): Promise<MailVerdict> {
    const { MAILS_PER_RECIPIENT_PURPOSE_HOUR: same, MAILS_PER_RECIPIENT_10MIN: recipient10min } = this.config;
    const { who, what } = sender;
    return this.mailLimits.admit(
      { purpose, recipient, sender: who, ...(what ? { what } : {}) },
      { same, recipient10min },
      tx,
    );
  }

  minutes(purpose: LinkPurpose): number {
    if (purpose === 'password_reset') return this.config.PASSWORD_RESET_LINK_MINUTES;
    if (purpose === 'invitation') return this.config.INVITATION_LINK_MINUTES;
    return this.config.ACTIVATION_LINK_MINUTES;
  }

  /** 256 random bits, of which only the SHA-256 is kept. Every unexpired token of a link works until one is used. */
  async mintToken(linkId: string, tx: Tx): Promise<string> {
    const token = randomSecret(32);
    await tx.query('insert into link_token (token_hash, link_id) values ($1, $2)', [sha256(token), linkId]);
    return token;
  }

  /**
   * Looks at a link without using it up: for what has to be known before a password is set with it. So often: each try may
   * cost as much as several sign-ins.
   * @throws Refusal LINK_INVALID, TOO_MANY_REQUESTS
   */
  async peek(token: string, purposes: readonly LinkPurpose[]): Promise<Link & { words: string[] }> {
    const [link] = await this.database.query<Link & { words: string[] }>(
      `select ${LINK_COLUMNS}, array_remove(array[r.first_name, r.last_name, r.company_name, u.first_name, u.last_name,
              c.name], null) as words
         from link join link_token t on t.link_id = link.id
         left join registration r on r.id = link.registration_id
         left join invitation i on i.id = link.invitation_id
         left join user_account u on u.id = link.user_id
         left join membership m on m.user_id = u.id
         left join company c on c.id = coalesce(m.company_id, i.company_id)
        where t.token_hash = $1 and link.purpose = any($2) and link.used_at is null and link.expires_at > now()`,
      [sha256(token), purposes],
    );
    if (!link) return refuse('LINK_INVALID');
    await this.windows.require(this.windows.key('link', link.id), TRIES_OF_A_LINK, this.database);
    return link;
  }

  /** Looks at a link and does nothing else. @throws Refusal LINK_INVALID */
  async look(token: string, purposes: readonly LinkPurpose[]): Promise<Link> {
    const [link] = await this.database.query<Link>(
      `select ${LINK_COLUMNS} from link join link_token t on t.link_id = link.id
        where t.token_hash = $1 and link.purpose = any($2) and link.used_at is null and link.expires_at > now()`,
      [sha256(token), purposes],
    );
    return link ?? refuse('LINK_INVALID');
  }

  /** One statement decides who uses a link, however many try at once. @throws Refusal LINK_INVALID */
  async consume(token: string, purposes: readonly LinkPurpose[], tx: Tx): Promise<Link> {
    const [link] = await tx.query<Link>(
      `update link set used_at = now() from link_token t
        where t.token_hash = $1 and t.link_id = link.id and link.purpose = any($2)
          and link.used_at is null and link.expires_at > now()
        returning ${LINK_COLUMNS}`,
      [sha256(token), purposes],
    );
    return link ?? refuse('LINK_INVALID');
  }
}
