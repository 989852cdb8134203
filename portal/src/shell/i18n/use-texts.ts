import i18next, { type TFunction } from 'i18next';
import { createContext, use } from 'react';

/** The language that is shown, as a BCP 47 tag. */
export const LanguageContext = createContext('en');

export const useCurrentLanguage = (): string => use(LanguageContext);

/**
 * Words of a folder, mostly one's own: `t('list.title')`. A test knows every key. Waits for words that are still to come.
 *
 * A list calls it for every cell: the hook of react-i18next, which listens in every component, took a fifth of the time
 * that a page of licenses took to show.
 */
export function useTexts(namespace: string): TFunction {
  const language = useCurrentLanguage();
  use(ready(language, namespace));
  return textsOf(language, namespace);
}

/** Words of several folders: `say('licenses', 'list.title')`. */
export function useWords(namespaces: readonly string[]): (namespace: string, key: string) => string {
  const language = useCurrentLanguage();
  for (const namespace of namespaces) use(ready(language, namespace));
  return (namespace, key) => textsOf(language, namespace)(key);
}

const texts = new Map<string, TFunction>();

function textsOf(language: string, namespace: string): TFunction {
  const key = `${language}/${namespace}`;
  const found = texts.get(key) ?? remembering(i18next.getFixedT(language, namespace));
  texts.set(key, found);
  return found;
}

/** Words without anything to put in are looked up once: a list says the same in every row. */
function remembering(t: TFunction): TFunction {
  const said = new Map<string, string>();
  const say = (key: string, values?: Record<string, unknown>): string => {
    if (values) return t(key, values);
    const known = said.get(key);
    if (known !== undefined) return known;
    const words = t(key);
    said.set(key, words);
    return words;
  };
  return say as TFunction;
}

/** Settled before anybody waits for it, which React sees by its status. */
const DONE = Object.assign(Promise.resolve(), { status: 'fulfilled', value: undefined });
const waiting = new Map<string, Promise<unknown>>();

/**
 * One promise for all who wait. Of a file that cannot be had, i18next shows the keys. There is one also for what is there
 * already: React knows the promises of a component by their order, so none may be left out when it is shown again.
 */
function ready(language: string, namespace: string): Promise<unknown> {
  if (i18next.hasLoadedNamespace(namespace, { lng: language })) return DONE;
  const key = `${language}/${namespace}`;
  const found = waiting.get(key) ?? i18next.loadNamespaces(namespace);
  waiting.set(key, found);
  return found;
}
