import { mintLink } from '@tessera/contracts';
import { idOf, type Source } from './source.js';

/** Mails with a link: its token is made now, and exists nowhere but in this mail. */
export const link: Source = async (mail, { bus, ctx, config }) => {
  const minted = await bus.ask(mintLink, { linkId: idOf(mail, 'linkId') }, ctx);
  return {
    to: { ...minted, lastName: '' },
    facts: {
      expiresAt: minted.expiresAt,
      companyName: minted.companyName ?? (minted.purpose === 'activation' ? '–' : config.MAIL_FROM.name),
      givenName: `${minted.firstName} ${minted.lastName ?? ''}`.trim(),
      license: minted.license ?? 'none',
      codeEnd: minted.codeEnd ?? '',
      inviterName: minted.inviterName ?? config.MAIL_FROM.name,
    },
    values: { url: { link: new URL(minted.url, `${config.PUBLIC_URL}/`).href } },
  };
};
