import { isEmail } from '@tessera/contracts';
import { variable } from '@tessera/platform';

export const linkKinds = ['terms', 'privacy', 'imprint'] as const;
export type LinkKind = (typeof linkKinds)[number];
/** Addresses of each kind by language tag, as the vendor's pages have them. */
export type BrandLinks = Partial<Record<LinkKind, Record<string, string>>>;

const isPage = (address: unknown): address is string =>
  typeof address === 'string' && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);

/** `{"terms":{"en":"https://…","de":"https://…"},"privacy":{…},"imprint":{…}}`, each of them or none. */
function links(value: string | undefined): BrandLinks {
  if (value === undefined) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    throw new Error('must be JSON');
  }
  const entries = Object.entries((parsed ?? {}) as Record<string, unknown>);
  for (const [kind, byLanguage] of entries) {
    if (!linkKinds.includes(kind as LinkKind)) throw new Error(`has only ${linkKinds.join(', ')}`);
    const addresses = Object.values((byLanguage ?? {}) as Record<string, unknown>);
    if (addresses.length === 0 || !addresses.every(isPage))
      throw new Error(`must have an http or https address for each language of ${kind}`);
  }
  return parsed as BrandLinks;
}

/** What customers see instead of the product's own name and color. */
export const brandVariables = {
  BRAND_NAME: variable.text('Tessera'),
  /** Color of buttons, links and selections; the shades derived from it have enough contrast for any color. */
  BRAND_ACCENT: variable.color('#0b6878'),
  /** Files (SVG, PNG, WebP, ICO of at most 256 KiB): without them, the first letters of the name. */
  BRAND_LOGO: variable.optional(),
  BRAND_LOGO_DARK: variable.optional(),
  BRAND_FAVICON: variable.optional(),
  /** Where customers find help before they can sign in: an address, or a page. */
  BRAND_SUPPORT: (value: string | undefined) => {
    if (value !== undefined && !isEmail(value) && !isPage(value))
      throw new Error('must be an e-mail address or an http or https address');
    return value ?? null;
  },
  BRAND_LINKS: links,
  /** "Powered by Tessera" in the footer. */
  BRAND_POWERED_BY: variable.flag(true),
};
