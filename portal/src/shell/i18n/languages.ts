/**
 * The languages of UIX-018, as BCP 47 tags, and what their speakers call them; in the order of these names. A language is
 * offered where every folder has texts for it. Every page shows one of the names, which `Intl` would take long to load.
 */
const names = {
  id: 'Bahasa Indonesia',
  cs: 'Čeština',
  da: 'Dansk',
  de: 'Deutsch',
  et: 'Eesti',
  en: 'English',
  'es-ES': 'Español (España)',
  'es-MX': 'Español (México)',
  fr: 'Français',
  'fr-CA': 'Français (Canada)',
  it: 'Italiano',
  lv: 'Latviešu',
  lt: 'Lietuvių',
  hu: 'Magyar',
  nb: 'Norsk bokmål',
  nl: 'Nederlands',
  pl: 'Polski',
  'pt-BR': 'Português (Brasil)',
  'pt-PT': 'Português (Portugal)',
  ro: 'Română',
  'sr-Latn': 'Srpski (latinica)',
  'sr-Cyrl': 'Српски (ћирилица)',
  fi: 'Suomi',
  sv: 'Svenska',
  vi: 'Tiếng Việt',
  tr: 'Türkçe',
  el: 'Ελληνικά',
  bg: 'Български',
  ru: 'Русский',
  uk: 'Українська',
  ar: 'العربية',
  th: 'ไทย',
  ko: '한국어',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  ja: '日本語',
} as const;
export type Language = keyof typeof names;
export const languages = Object.keys(names) as readonly Language[];

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
  const language = primary(wish);
  const same = among.filter((tag) => primary(tag) === language);
  if (same.length < 2) return same[0];
  const { script } = new Intl.Locale(wish).maximize();
  return same.find((tag) => new Intl.Locale(tag).maximize().script === script) ?? same[0];
}

const primary = (tag: string): string => tag.split('-')[0]!.toLowerCase();

export const directionOf = (tag: string): 'ltr' | 'rtl' => (/^(ar|he|fa|ur)\b/.test(tag) ? 'rtl' : 'ltr');

/** As its speakers call it. */
export const ownName = (tag: string): string => (names as Record<string, string>)[tag] ?? tag;
