import { Text } from '@mantine/core';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { LinkButton } from '../../ui/link-button.js';
import { Panel } from '../../ui/panel.js';
import type { Request } from './request-page.js';

/** What is final goes on in a new request that quotes it, so that support finds the history (SUP-072). */
export function FinalNotice({ request }: { request: Request }) {
  const t = useTexts('requests');
  const quoted = new URLSearchParams({ previous: request.number, category: request.category });
  if (request.product) quoted.set('product', request.product.id);
  return (
    <div data-print="no">
      <Panel title={t('final.title')}>
        <Text mb="md">{t(`final.${request.status}`)}</Text>
        <Text mb="md">{t('final.continue')}</Text>
        <LinkButton to={`/requests/new?${quoted}`}>{t('final.create')}</LinkButton>
      </Panel>
    </div>
  );
}
