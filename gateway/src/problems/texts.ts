import { readFileSync } from 'node:fs';
import { textLanguage, type Language } from '@tessera/contracts';
import type { ProblemDocument } from '@tessera/platform';

type Texts = Record<string, string>;

const read = (language: string): Texts =>
  JSON.parse(readFileSync(new URL(`./${language}.json`, import.meta.url), 'utf8')) as Texts;

/** What each code says to people, by language; a test holds every language to the declared codes. */
export const problemTexts: Record<Language, Texts> = { en: read('en'), de: read('de') };

/** The text of a problem in the language, or in English; `{name}` stands for a figure of the problem. */
export function localise(document: ProblemDocument, language: string): string {
  const texts = problemTexts[textLanguage(language)];
  // A code may have a text for each of its reasons, `CODE/REASON`.
  const reasoned = `${document.code}/${document.params?.reason ?? ''}`;
  const text = texts[reasoned] ?? texts[document.code] ?? problemTexts.en[document.code] ?? document.detail;
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(document.params?.[name] ?? ''));
}
