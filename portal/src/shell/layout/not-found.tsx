import { Text } from '@mantine/core';
import { LinkButton } from '../../ui/link-button.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { useTexts } from '../i18n/use-texts.js';
import { homeOf, useSession } from '../session/session.js';

export function NotFound() {
  const t = useTexts('shell');
  const { me } = useSession();
  return (
    <Page title={t('notFound.title')} width="medium">
      <Panel>
        <Text mb="md">{t('notFound.text')}</Text>
        <LinkButton to={homeOf(me)}>{t('notFound.home')}</LinkButton>
      </Panel>
    </Page>
  );
}
