import i18next from 'i18next';
import { useSyncExternalStore, type ReactNode } from 'react';
import { LanguageContext } from './use-texts.js';

/** Shows everything below again when the language is another. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  return <LanguageContext value={useSyncExternalStore(listen, current)}>{children}</LanguageContext>;
}

const current = (): string => i18next.language;

function listen(changed: () => void): () => void {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
}
