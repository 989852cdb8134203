import { useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { api, ask, askTagged, ifMatch } from '../../api/client.js';
import { useSession } from '../session/session.js';
import { rememberLanguage } from './i18n.js';

/** Changes the language: at once, in the cookie for this browser, and in the account of who is signed in (UIX-017). */
export function useLanguage(): (language: string) => Promise<void> {
  const { me } = useSession();
  const client = useQueryClient();
  return async (language) => {
    rememberLanguage(language);
    await i18next.changeLanguage(language);
    if (!me) return;
    const { etag } = await askTagged(api.GET('/me'));
    await ask(api.PATCH('/me', { params: { header: ifMatch(etag) }, body: { language } }));
    await client.invalidateQueries();
  };
}
