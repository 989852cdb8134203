import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Actions } from '../../ui/actions.js';
import { Button } from '../../ui/button.js';
import { ConfirmButton } from '../../ui/confirm-button.js';
import { showToast } from '../../ui/toasts.js';
import { useFailure } from '../../ui/use-failure.js';
import type { Invitation } from './invitation-table.js';

/** An open invitation can be sent once more, also when its link is too old, or be withdrawn; a closed one cannot. */
export function InvitationActions({ invitation: { id, email, status } }: { invitation: Invitation }) {
  const t = useTexts('people');
  const client = useQueryClient();
  const tell = useFailure();
  const [busy, setBusy] = useState(false);
  if (status !== 'pending' && status !== 'expired') return null;
  const params = { path: { id } };
  const refresh = () => void client.invalidateQueries({ queryKey: ['invitation'] });
  const resend = async () => {
    setBusy(true);
    try {
      await ask(api.POST('/company/invitations/{id}/resend', { params }));
      showToast({ tone: 'good', text: t('resend.done', { email }) });
    } finally {
      setBusy(false);
      refresh();
    }
  };
  const cancel = async () => {
    await ask(api.DELETE('/company/invitations/{id}', { params }));
    showToast({ tone: 'good', text: t('cancel.done', { email }) });
    refresh();
  };
  return (
    <Actions>
      <Button
        variant="default"
        size="compact-sm"
        busy={busy}
        aria-label={t('resend.of', { email })}
        onClick={() => void resend().catch(tell)}
      >
        {t('resend.label')}
      </Button>
      <ConfirmButton
        label={t('cancel.label')}
        aria-label={t('cancel.of', { email })}
        variant="default"
        size="compact-sm"
        title={t('cancel.title', { email })}
        consequences={[t('cancel.linkDies'), t('cancel.mayInvite')]}
        confirm={t('cancel.confirm')}
        onConfirm={cancel}
      />
    </Actions>
  );
}
