import { isLanguage } from '@tessera/contracts';
import type { FastifyRequest } from 'fastify';

const FALLBACK = 'en';

/** The language of a request: account, then the cookie that the footer link sets, then the browser (CON-15). */
export function languageOf(
  request: Pick<FastifyRequest, 'headers' | 'tessera'> & { cookies?: { lang?: string | undefined } },
  account = request.tessera?.actor?.language,
): string {
  const cookie = request.cookies?.lang;
  if (account) return account;
  if (cookie && isLanguage(cookie)) return cookie;
  return fromBrowser(request.headers['accept-language']) ?? FALLBACK;
}

/** The first tag of highest weight in `Accept-Language`. */
function fromBrowser(header: string | undefined): string | null {
  if (!header) return null;
  const tags = header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(/;\s*q=/);
      return { tag, weight: q === undefined ? 1 : Number(q) };
    })
    .filter((t) => isLanguage(t.tag) && t.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return tags[0]?.tag ?? null;
}
