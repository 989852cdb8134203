import { texts } from './catalogue.js';

/** What a message is about, as it is stored: ids, names, codes, times in ISO 8601. Never a secret. */
export type Facts = Record<string, string | string[]>;

/** What stands for a placeholder. Addresses and passages are marked, since other values may not look like a link. */
export type Value = string | { link: string } | { passage: string };
export type Values = Record<string, Value>;

/**
 * Facts in words: names ending in `At` are times, lists are joined as the language does it, and codes
 * that the texts have words for become these, or the `other` of their kind.
 */
export function inWords(facts: Facts, language: string): Values {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, inWord(name, fact, language)]),
  );
}

function inWord(name: string, fact: string | string[], language: string): string {
  if (Array.isArray(fact)) return new Intl.ListFormat(language, { type: 'conjunction' }).format(fact);
  if (name.endsWith('At')) return time(fact, language);
  return texts.find(`words.${name}.${fact}`, language) ?? texts.find(`words.${name}.other`, language) ?? fact;
}

function time(iso: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(new Date(iso))} UTC`;
}
