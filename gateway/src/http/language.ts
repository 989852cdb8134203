import { byWeight, chooseLanguage } from '@tessera/contracts';
import type { FastifyRequest } from 'fastify';

const FALLBACK = 'en';

/** What an answer in words depends on. */
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

/** Read here: many an answer is made before anything has parsed the cookies. */
const cookieOf = (request: Pick<FastifyRequest, 'headers'>): string | undefined =>
  /(?:^|; *)lang=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
