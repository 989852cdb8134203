import { Inject } from '@nestjs/common';
import { mintLink, type MintedLink, type MintLink } from '@tessera/contracts';
import { CONFIG, Handles, refuse, Transaction, type RequestContext, type Tx } from '@tessera/platform';
import type { Config } from '../config.js';
import { fullName } from '../users/derived-names.js';
import { LINK_COLUMNS, pageOf, type Link } from './link.js';
import { Links } from './links.repository.js';

type Addressee = Pick<MintedLink, 'email' | 'firstName' | 'language' | 'companyName' | 'inviterName'>;
interface Inviter {
  inviterFirstName: string | null;
  inviterLastName: string | null;
}
const alone = { companyName: null, inviterName: null };

/**
 * Asked while the mail is rendered. Here, and not at the request that a stranger sees, it is decided whether there is
 * anybody to write to: that request takes the same steps for every address.
 */
@Handles(mintLink)
export class MintLinkHandler {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transaction: Transaction,
    private readonly links: Links,
  ) {}

  async handle(input: MintLink, ctx: RequestContext): Promise<MintedLink> {
    return this.transaction.run(ctx, async (tx) => {
      const [link] = await tx.query<Link>(
        `select ${LINK_COLUMNS} from link where id = $1 and used_at is null and expires_at > now() for update`,
        [input.linkId],
      );
      if (!link) return refuse('LINK_GONE');
      const addressee = (await this.addressee(link, tx)) ?? refuse('LINK_GONE');
      const token = await this.links.mintToken(link.id, tx);
      return {
        ...addressee,
        url: `${this.config.PUBLIC_URL}/${pageOf[link.purpose]}#token=${token}`,
        purpose: link.purpose,
        expiresAt: link.expiresAt.toISOString(),
      };
    });
  }

  private addressee(link: Link, tx: Tx): Promise<Addressee | null> {
    switch (link.purpose) {
      case 'activation':
        return this.registrant(link, tx);
      case 'password_reset':
        return this.forgetful(link, tx);
      case 'invitation':
        return this.invitee(link, tx);
      case 'staff_invitation':
        return this.colleague(link, tx);
    }
  }

  /** Nobody, if the address has an account: a registration must not touch it. */
  private async registrant(link: Link, tx: Tx): Promise<Addressee | null> {
    const [r] = await tx.query<{ firstName: string; language: string }>(
      `select first_name as "firstName", language from registration r
        where id = $1 and not exists (select 1 from user_account u where u.email_key = r.email_key)`,
      [link.registrationId],
    );
    return r ? { email: link.email, ...r, ...alone } : null;
  }

  /** The mail goes to the address as stored, whatever was typed; from now on the link is this account's alone. */
  private async forgetful(link: Link, tx: Tx): Promise<Addressee | null> {
    const [u] = await tx.query<{ id: string; email: string; firstName: string; language: string }>(
      `select id, email, first_name as "firstName", coalesce(language, 'en') as language
         from user_account where email_key = $1 and activated_at is not null`,
      [link.emailKey],
    );
    if (!u) return null;
    await tx.query('update link set user_id = $2 where id = $1', [link.id, u.id]);
    return { email: u.email, firstName: u.firstName, language: u.language, ...alone };
  }

  private async invitee(link: Link, tx: Tx): Promise<Addressee | null> {
    const [i] = await tx.query<Omit<Addressee, 'email' | 'inviterName'> & Inviter>(
      `select coalesce(u.first_name, '') as "firstName", coalesce(u.language, i.language) as language,
              c.name as "companyName", inviter.first_name as "inviterFirstName", inviter.last_name as "inviterLastName"
         from invitation i join company c on c.id = i.company_id
         left join user_account u on u.email_key = i.email_key
         left join user_account inviter on inviter.id = i.inviter_id
        where i.id = $1 and i.accepted_at is null and i.cancelled_at is null`,
      [link.invitationId],
    );
    if (!i) return null;
    const { inviterFirstName, inviterLastName, ...invitee } = i;
    const inviter = { firstName: inviterFirstName ?? '', lastName: inviterLastName ?? '' };
    return { email: link.email, ...invitee, inviterName: fullName(inviter) };
  }

  private async colleague(link: Link, tx: Tx): Promise<Addressee | null> {
    const [u] = await tx.query<{ firstName: string; language: string }>(
      `select first_name as "firstName", coalesce(language, 'en') as language
         from user_account where id = $1 and activated_at is null`,
      [link.userId],
    );
    return u ? { email: link.email, ...u, ...alone } : null;
  }
}
