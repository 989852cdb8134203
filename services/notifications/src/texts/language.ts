/** The languages that every text exists in; the first is for everybody whose own is missing. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** @param tag BCP 47, e.g. `de-AT` */
export function languageFor(tag: string): Language {
  const wanted = tag.toLowerCase().split('-')[0];
  return languages.find((l) => l === wanted) ?? 'en';
}
