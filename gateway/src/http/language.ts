import { byWeight, chooseLanguage } from '@tessera/contracts';
import type { FastifyRequest } from 'fastify';

const FALLBACK = 'en';

/** The headers on which an answer's language depends. */
export const VARY_LANGUAGE = 'accept-language, authorization, cookie';

/**
 * The language of a request: the first that there are texts in of the account's, the one of the cookie that the footer
 * link sets, and the browser's (CON-15).
 */
export function languageOf(
  request: Pick<FastifyRequest, 'headers' | 'tessera'>,
  account = request.tessera?.actor?.language,
): string {
  const wanted = [account, cookieOf(request), ...byWeight(request.headers['accept-language'])];
  return chooseLanguage(wanted) ?? FALLBACK;
}

/** Read from the header, since refusals are answered before the cookies are parsed. */
const cookieOf = (request: Pick<FastifyRequest, 'headers'>): string | undefined =>
  /(?:^|; *)lang=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
