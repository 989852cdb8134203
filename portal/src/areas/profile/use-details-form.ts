import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, askTagged, ifMatch } from '../../api/client.js';
import { hasCode } from '../../api/problem-error.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe, useSession } from '../../shell/session/session.js';
import { useForm } from '../../ui/form/use-form.js';
import { showToast } from '../../ui/toasts.js';
import { detailsOf, isSame, type Details } from './details.js';

/** What the form began with: the ETag of exactly these values, though the session may know newer ones by now. */
interface Start {
  stored: Details;
  etag: string;
}

/**
 * Personal details with optimistic locking. If somebody has changed them elsewhere, nothing is overwritten: both versions
 * are shown, and the person decides. A change of something else, such as the language, is no conflict.
 */
export function useDetailsForm() {
  const t = useTexts('profile');
  const client = useQueryClient();
  const me = useMe();
  const { etag } = useSession();
  const start = useRef<Start>({ stored: detailsOf(me), etag });
  const [elsewhere, setElsewhere] = useState<Details | null>(null);

  const store = async (body: Partial<Details>, version: string) => {
    const saved = await askTagged(api.PATCH('/me', { params: { header: ifMatch(version) }, body }));
    client.setQueryData(['me'], saved);
    start.current = { stored: detailsOf(saved.value), etag: saved.etag };
    setElsewhere(null);
    showToast({ tone: 'good', text: t('details.saved') });
  };

  const form = useForm({
    initial: detailsOf(me),
    check: ({ firstName, lastName, country }) => ({
      ...(firstName.trim() ? {} : { firstName: t('fault.needed') }),
      ...(lastName.trim() ? {} : { lastName: t('fault.needed') }),
      ...(country ? {} : { country: t('fault.country') }),
    }),
    submit: async ({ firstName, lastName, country }) => {
      const body = { firstName: firstName.trim(), lastName: lastName.trim(), country };
      try {
        await store(body, start.current.etag);
      } catch (error) {
        if (!hasCode(error, 'ETAG_MISMATCH')) throw error;
        const now = await askTagged(api.GET('/me'));
        client.setQueryData(['me'], now);
        const stored = detailsOf(now.value);
        const harmless = isSame(stored, start.current.stored) || isSame(stored, body);
        start.current = { stored, etag: now.etag };
        if (harmless) await store(body, now.etag);
        else setElsewhere(stored);
      }
    },
  });

  const takeStored = () => {
    form.set(start.current.stored);
    setElsewhere(null);
  };
  return { form, elsewhere, takeStored };
}
