import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { ConfirmButton } from '../../ui/confirm-button.js';
import { showToast } from '../../ui/toasts.js';
import { licenseQuery, type License } from './license-queries.js';

/** What has expired, was blocked or replaced is refused when it is added again. */
const lastFor: readonly License['status'][] = ['expired', 'blocked', 'superseded'];

export function RemoveLicense({ license }: { license: License }) {
  const t = useTexts('licenses');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { id, status } = license;
  const product = license.product.name;
  const forGood = lastFor.includes(status);
  const remove = async () => {
    await ask(api.DELETE('/licenses/{id}', { params: { path: { id } } }));
    showToast({ tone: 'good', text: t('remove.done', { product }) });
    await navigate('/licenses');
    // Before the lists are read anew, so that nothing asks for what is gone.
    client.removeQueries({ queryKey: licenseQuery(id).queryKey });
    void client.invalidateQueries({ queryKey: ['license'] });
  };
  return (
    <ConfirmButton
      label={t('remove.label')}
      variant="default"
      title={t('remove.title', { product })}
      consequences={[
        ...(forGood ? [t('remove.noReturn')] : [t('remove.noSupport', { product }), t('remove.mayReturn')]),
        t('remove.devicesGoOn'),
        t('remove.listed'),
      ]}
      tick={forGood ? t('remove.tick') : undefined}
      confirm={t('remove.confirm')}
      onConfirm={remove}
    />
  );
}
