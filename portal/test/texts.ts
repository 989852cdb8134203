import { sources } from './sources.js';

/** Endings by which i18next tells plurals apart. */
const PLURAL = /_(zero|one|two|few|many|other)$/;

export interface Texts {
  namespace: string;
  language: string;
  /** Flat: `list.title` → words. */
  words: Map<string, string>;
}

export const allTexts = (): Texts[] =>
  sources(/texts\/[\w-]+\.json$/).map(({ path, text }) => {
    const parts = path.split('/');
    return {
      namespace: parts[0] === 'areas' ? parts[1]! : parts[0]!,
      language: parts.at(-1)!.replace('.json', ''),
      words: flatten(JSON.parse(text) as object),
    };
  });

function flatten(tree: object, prefix = ''): Map<string, string> {
  const out = new Map<string, string>();
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'string') out.set(prefix + name, value);
    else for (const [inner, word] of flatten(value as object, `${prefix}${name}.`)) out.set(inner, word);
  }
  return out;
}

/** Keys as code names them: without the ending of a plural. */
export const keysOf = (texts: Texts): Set<string> => new Set([...texts.words.keys()].map(singular));
export const singular = (key: string): string => key.replace(PLURAL, '');
export const isPlural = (key: string): boolean => PLURAL.test(key);
