import { hasStrayBraces, placeholdersOf } from './fill.js';
import type { Text } from './text-file.js';

type File = ReadonlyMap<string, Text>;

/** What is wrong with texts, by language; the first language is the one that the others are compared with. */
export function faultsOf(byLanguage: ReadonlyMap<string, File>): string[] {
  const [reference] = byLanguage.values();
  return [...byLanguage].flatMap(([language, file]) =>
    [...compared(file, reference!), ...[...file].flatMap(([key, text]) => flawsOf(key, text, language))].map(
      (fault) => `${language}: ${fault}`,
    ),
  );
}

function compared(file: File, reference: File): string[] {
  const missing = [...reference.keys()].filter((key) => !file.has(key)).map((key) => `${key} is missing`);
  const unknown = [...file.keys()].filter((key) => !reference.has(key)).map((key) => `${key} is not known`);
  const others = [...file]
    .filter(([key, text]) => reference.has(key) && namesIn(text) !== namesIn(reference.get(key)!))
    .map(
      ([key, text]) =>
        `${key} has the placeholders ${namesIn(text)} instead of ${namesIn(reference.get(key)!)}`,
    );
  return [...missing, ...unknown, ...others];
}

function flawsOf(key: string, text: Text, language: string): string[] {
  const forms = formsOf(text);
  const flaws = [
    ...(forms.some((form) => form.trim() === '') ? [`${key} is empty`] : []),
    ...(forms.some(hasStrayBraces) ? [`${key} has braces around what is no name`] : []),
  ];
  if (typeof text === 'string') return flaws;
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort().join(', ');
  const found = Object.keys(text).sort().join(', ');
  return found === wanted ? flaws : [...flaws, `${key} has the plural forms ${found} instead of ${wanted}`];
}

/** A plural form may leave the number out, "one day". */
const namesIn = (text: Text): string => `[${placeholdersOf(formsOf(text).join(' ')).join(', ')}]`;

const formsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
