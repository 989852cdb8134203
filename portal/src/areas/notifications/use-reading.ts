import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { showToast } from '../../ui/toasts.js';

/** Marks notifications as read; the list and the bell follow. */
export function useReading() {
  const t = useTexts('notifications');
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ['notification'] });
  const read = async (id: string) => {
    await ask(api.POST('/notifications/{id}/read', { params: { path: { id } } }));
    await refresh();
  };
  const readAll = async () => {
    setBusy(true);
    try {
      await ask(api.POST('/notifications/read-all'));
      await refresh();
      showToast({ tone: 'good', text: t('allRead') });
    } finally {
      setBusy(false);
    }
  };
  return { read, readAll, busy };
}
