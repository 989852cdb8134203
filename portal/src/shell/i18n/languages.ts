/** The languages of UIX-018, as BCP 47 tags. A language is offered where every folder has texts for it. */
export const languages = [
  'id', 'cs', 'da', 'de', 'et', 'en', 'es-ES', 'es-MX', 'fr', 'fr-CA', 'it', 'lv', 'lt', 'hu', 'nb', 'nl', 'pl', 'pt-BR',
  'pt-PT', 'ro', 'sr-Latn', 'sr-Cyrl', 'fi', 'sv', 'vi', 'tr', 'el', 'bg', 'ru', 'uk', 'ar', 'th', 'ko', 'zh-Hans',
  'zh-Hant', 'ja',
] as const; // prettier-ignore
export type Language = (typeof languages)[number];

/** The first wish that can be met: exactly, or by the same language of another region or script. */
export function choose(wishes: readonly (string | null | undefined)[], among: readonly string[]): string {
  for (const wish of wishes) {
    if (!wish) continue;
    const found = among.find((tag) => tag.toLowerCase() === wish.toLowerCase()) ?? nearest(wish, among);
    if (found) return found;
  }
  return 'en';
}

/** `zh-TW` is written in traditional characters, which `Intl` knows; then any of the same language. */
function nearest(wish: string, among: readonly string[]): string | undefined {
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(wish)) return undefined;
  const { language, script } = new Intl.Locale(wish).maximize();
  const same = among.filter((tag) => new Intl.Locale(tag).language === language);
  return same.find((tag) => new Intl.Locale(tag).maximize().script === script) ?? same[0];
}

export const directionOf = (tag: string): 'ltr' | 'rtl' => (/^(ar|he|fa|ur)\b/.test(tag) ? 'rtl' : 'ltr');

/** As its speakers call it. */
export const ownName = (tag: string): string => {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
};
