import { useTexts } from '../i18n/use-texts.js';

/** Words that an area has named: a key in its own texts. */
export function Said({ namespace, text }: { namespace: string; text: string }) {
  const t = useTexts(namespace);
  return <>{t(text)}</>;
}
