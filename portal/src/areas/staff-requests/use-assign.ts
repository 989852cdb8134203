import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { showToast } from '../../ui/toasts.js';
import { useFailure } from '../../ui/use-failure.js';

/** Gives a request to somebody; null puts it back into the queue. */
export function useAssign() {
  const t = useTexts('staff-requests');
  const client = useQueryClient();
  const tell = useFailure();
  const assign = async (id: string, userId: string | null) => {
    const { number, assignee } = await ask(
      api.POST('/staff/requests/{id}/assign', { params: { path: { id } }, body: { userId } }),
    );
    const text = assignee ? t('assign.done', { number, name: assignee.name }) : t('assign.back', { number });
    showToast({ tone: 'good', text });
    await client.invalidateQueries({ queryKey: ['request'] });
  };
  return (id: string, userId: string | null) => assign(id, userId).catch(tell);
}
