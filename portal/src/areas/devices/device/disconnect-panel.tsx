import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api, ask } from '../../../api/client.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { ConfirmButton } from '../../../ui/confirm-button.js';
import { Panel } from '../../../ui/panel.js';
import { showToast } from '../../../ui/toasts.js';
import type { Device } from './kinds.js';

/** Says what will happen, sentence by sentence, before it does (DEV-013 … DEV-021). */
export function DisconnectPanel({ device: { id, name } }: { device: Device }) {
  const t = useTexts('devices');
  const client = useQueryClient();
  const navigate = useNavigate();
  const disconnect = async () => {
    await ask(api.DELETE('/devices/{id}', { params: { path: { id } } }));
    showToast({ tone: 'good', text: t('disconnect.done', { name }) });
    // The same page anew: its heading gets the focus, since the button is gone.
    void navigate(`/devices/${id}`, { replace: true });
    await Promise.all(['device', 'command'].map((noun) => client.invalidateQueries({ queryKey: [noun] })));
  };
  return (
    <Panel title={t('disconnect.title')}>
      <Text mb="md">{t('disconnect.text')}</Text>
      <ConfirmButton
        variant="default"
        label={t('disconnect.button')}
        title={t('disconnect.question', { name })}
        consequences={[
          t('disconnect.leaves'),
          t('disconnect.goesOn'),
          t('disconnect.stops'),
          t('disconnect.licenses'),
          t('disconnect.commands'),
          t('disconnect.again'),
        ]}
        confirm={t('disconnect.confirm')}
        onConfirm={disconnect}
      />
    </Panel>
  );
}
