import i18next, { type BackendModule } from 'i18next';
import { choose } from './languages.js';
import { offered } from './offered.js';

type Texts = Record<string, unknown>;
const files: Record<string, () => Promise<{ default: Texts }>> = {
  ...prefixed('shell', import.meta.glob<{ default: Texts }>('./texts/*.json')),
  ...prefixed('ui', import.meta.glob<{ default: Texts }>('../../ui/texts/*.json')),
  ...ofAreas(import.meta.glob<{ default: Texts }>('../../areas/*/texts/*.json')),
};

/** Texts are asked for by language and folder, when a page first needs them; which of them share a file the build decides. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = files[`${namespace}/${language}`];
    if (!load) return done(new Error(`no texts of ${namespace} in ${language}`), null);
    load().then(
      (module) => done(null, module.default),
      (error: Error) => done(error, null),
    );
  },
};

/** Those of the shell, and of the area whose page was asked for. Begins with the language of the cookie or of the browser; the account's comes with the session. */
export async function startTexts(area?: string): Promise<void> {
  await i18next.use(backend).init({
    lng: choose([languageCookie(), ...navigator.languages], offered),
    // A test holds every language complete, so that nobody loads two.
    fallbackLng: false,
    supportedLngs: [...offered],
    load: 'currentOnly',
    // Asks for the files at once, and not when what runs now has ended: they are waited for.
    initAsync: false,
    ns: ['shell', 'ui', ...(area ? [area] : [])],
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
  });
}

/** Those of other folders, before something shows them. */
export const moreTexts = (folders: string[]): Promise<unknown> => i18next.loadNamespaces(folders);

/** The cookie that the language link sets; the gateway reads it too, for the words of its problems. */
export const languageCookie = (): string | null => /(?:^|; )lang=([^;]+)/.exec(document.cookie)?.[1] ?? null;

export function rememberLanguage(language: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `lang=${language}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}

function prefixed<T>(namespace: string, found: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(found).map(([path, load]) => [`${namespace}/${languageIn(path)}`, load]),
  );
}

function ofAreas<T>(found: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(found).map(([path, load]) => [`${path.split('/').at(-3)}/${languageIn(path)}`, load]),
  );
}

function languageIn(path: string): string {
  return path.split('/').at(-1)!.replace('.json', '');
}
