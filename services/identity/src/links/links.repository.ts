import { Injectable } from '@nestjs/common';
import {
  columns,
  Database,
  hydrate,
  randomSecret,
  refuse,
  repositoryOf,
  sha256,
  type Tx,
  FailureLimiter,
} from '@tessera/platform';
import { Link, type LinkPurpose } from './link.entity.js';
import { LinkToken } from './link-token.entity.js';

/** A link of a purpose to an address, and what it is about. */
type NewLink = Pick<Link, 'id' | 'purpose' | 'email' | 'emailKey'> &
  Partial<Record<'userId' | 'registrationId' | 'invitationId', string>>;

/** Attempts to set a password with one link: those that break a rule, and those that are good. */
const ATTEMPT_LIMITS = [{ seconds: 3600, failures: 30 }];

const LINK = columns(Link, 'link');
/** A link that can still be used, by its token. */
const USABLE = `t.token_hash = $1 and link.purpose = any($2) and link.used_at is null and link.expires_at > now()`;

@Injectable()
export class LinksRepository {
  constructor(
    private readonly database: Database,
    private readonly limiter: FailureLimiter,
  ) {}

  async insert(link: NewLink, lifetimeMinutes: number, tx: Tx): Promise<void> {
    const { id, purpose, email, emailKey, userId, registrationId, invitationId } = link;
    await tx.query(
      `insert into link (id, purpose, email, email_key, user_id, registration_id, invitation_id, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(mins => $8))`,
      [
        id,
        purpose,
        email,
        emailKey,
        userId ?? null,
        registrationId ?? null,
        invitationId ?? null,
        lifetimeMinutes,
      ],
    );
  }

  /** Holds a link that can still be used, until the transaction ends. */
  async lock(id: string, tx: Tx): Promise<Link | null> {
    const [row] = await tx.query(
      `select ${LINK} from link where id = $1 and used_at is null and expires_at > now() for update`,
      [id],
    );
    return row ? hydrate(Link, row) : null;
  }

  /** From now on the link is for this account alone. */
  async bindTo(userId: string, link: Link, tx: Tx): Promise<void> {
    await repositoryOf(tx, Link).update(link.id, { userId });
  }

  /** 256 random bits, of which only the SHA-256 is kept. Every unexpired token of a link works until one is used. */
  async mintToken(linkId: string, tx: Tx): Promise<string> {
    const token = randomSecret(32);
    await repositoryOf(tx, LinkToken).insert({ tokenHash: sha256(token), linkId });
    return token;
  }

  /**
   * Reads a link without using it up: for what has to be known before a password is set with it. Limited, since each attempt
   * may cost as much as several sign-ins.
   * @returns the link, and words that its person's password must not be made of
   * @throws Refusal LINK_INVALID, TOO_MANY_REQUESTS
   */
  async peek(token: string, purposes: readonly LinkPurpose[]): Promise<{ link: Link; words: string[] }> {
    const [row] = await this.database.query<{ words: string[] }>(
      `select ${LINK}, array_remove(array[r.first_name, r.last_name, r.company_name, u.first_name, u.last_name,
              c.name], null) as words
         from link join link_token t on t.link_id = link.id
         left join registration r on r.id = link.registration_id
         left join invitation i on i.id = link.invitation_id
         left join user_account u on u.id = link.user_id
         left join membership m on m.user_id = u.id
         left join company c on c.id = coalesce(m.company_id, i.company_id)
        where ${USABLE}`,
      [sha256(token), purposes],
    );
    if (!row) return refuse('LINK_INVALID');
    const link = hydrate(Link, row);
    await this.limiter.require(this.limiter.key('link', link.id), ATTEMPT_LIMITS, this.database);
    return { link, words: row.words };
  }

  /** Reads a link and does nothing else. @throws Refusal LINK_INVALID */
  async look(token: string, purposes: readonly LinkPurpose[]): Promise<Link> {
    const [row] = await this.database.query(
      `select ${LINK} from link join link_token t on t.link_id = link.id where ${USABLE}`,
      [sha256(token), purposes],
    );
    return row ? hydrate(Link, row) : refuse('LINK_INVALID');
  }

  /** One statement decides which of several requests uses a link. @throws Refusal LINK_INVALID */
  async consume(token: string, purposes: readonly LinkPurpose[], tx: Tx): Promise<Link> {
    const [row] = await tx.query(
      `update link set used_at = now() from link_token t where t.link_id = link.id and ${USABLE} returning ${LINK}`,
      [sha256(token), purposes],
    );
    return row ? hydrate(Link, row) : refuse('LINK_INVALID');
  }

  /** The other links of an account for the same purpose: none of them works any more. */
  async useUp(userId: string, purpose: LinkPurpose, tx: Tx): Promise<void> {
    await tx.query(
      'update link set used_at = now() where user_id = $1 and purpose = $2 and used_at is null',
      [userId, purpose],
    );
  }

  /** Whether an account has a link that can still be used. */
  async hasUsable(userId: string, tx: Tx): Promise<boolean> {
    const usable = await tx.query(
      'select 1 from link where user_id = $1 and used_at is null and expires_at > now()',
      [userId],
    );
    return usable.length > 0;
  }
}
