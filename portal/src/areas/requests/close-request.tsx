import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { ConfirmButton } from '../../ui/confirm-button.js';
import { showToast } from '../../ui/toasts.js';
import type { Request } from './request-page.js';

/** Final (SUP-071, SUP-080), which is said before it happens. */
export function CloseRequest({ request }: { request: Request }) {
  const t = useTexts('requests');
  const client = useQueryClient();
  const close = async () => {
    await ask(api.POST('/requests/{id}/close', { params: { path: { id: request.id } } }));
    showToast({ tone: 'good', text: t('close.done', { number: request.number }) });
    await client.invalidateQueries({ queryKey: ['request'] });
  };
  return (
    <ConfirmButton
      variant="default"
      label={t('close.label')}
      title={t('close.title', { number: request.number })}
      consequences={[t('close.stops'), t('close.final'), t('close.again')]}
      confirm={t('close.label')}
      onConfirm={close}
    />
  );
}
