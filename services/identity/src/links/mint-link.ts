import { Inject } from '@nestjs/common';
import { mintLink, type MintedLink, type MintLink } from '@tessera/contracts';
import { CONFIG, Handles, refuse, Transaction, type RequestContext } from '@tessera/platform';
import type { Config } from '../config.js';
import { LINK_COLUMNS, pageOf, type Link } from './link.js';
import { LinkSubjects } from './link-subjects.js';
import { Links } from './links.repository.js';

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
    private readonly subjects: LinkSubjects,
  ) {}

  async handle(input: MintLink, ctx: RequestContext): Promise<MintedLink> {
    return this.transaction.run(ctx, async (tx) => {
      const [link] = await tx.query<Link>(
        `select ${LINK_COLUMNS} from link where id = $1 and used_at is null and expires_at > now() for update`,
        [input.linkId],
      );
      if (!link) return refuse('LINK_GONE');
      const { userId, ...subject } = (await this.subjects.of(link, tx)) ?? refuse('LINK_GONE');
      // From now on the link is this account's alone.
      if (link.purpose === 'password_reset')
        await tx.query('update link set user_id = $2 where id = $1', [link.id, userId]);
      const token = await this.links.mintToken(link.id, tx);
      return {
        ...subject,
        url: `${this.config.PUBLIC_URL}/${pageOf[link.purpose]}#token=${token}`,
        purpose: link.purpose,
        expiresAt: link.expiresAt.toISOString(),
      };
    });
  }
}
