import { Inject } from '@nestjs/common';
import { mintLink, type MintedLink, type MintLink } from '@tessera/contracts';
import { CONFIG, Handles, refuse, Transaction, type RequestContext } from '@tessera/platform';
import type { Config } from '../config.js';
import { pageOf } from './link.entity.js';
import { LinkSubjectsRepository } from './link-subjects.repository.js';
import { LinksRepository } from './links.repository.js';

/**
 * Asked while the mail is rendered. Here, and not at the request that a stranger sees, it is decided whether the address has
 * a person to write to: that request takes the same steps for every address.
 */
@Handles(mintLink)
export class MintLinkHandler {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transaction: Transaction,
    private readonly links: LinksRepository,
    private readonly subjects: LinkSubjectsRepository,
  ) {}

  async handle(input: MintLink, ctx: RequestContext): Promise<MintedLink> {
    return this.transaction.run(ctx, async (tx) => {
      const link = (await this.links.lock(input.linkId, tx)) ?? refuse('LINK_GONE');
      const { userId, ...subject } = (await this.subjects.of(link, tx)) ?? refuse('LINK_GONE');
      if (link.purpose === 'password_reset') await this.links.bindTo(userId!, link, tx);
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
