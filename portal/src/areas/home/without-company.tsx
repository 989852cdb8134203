import { List, Text } from '@mantine/core';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { Panel } from '../../ui/panel.js';
import { TextLink } from '../../ui/text-link.js';

/** An account alone can do little; this says how it comes into a company, and what it can do meanwhile. */
export function WithoutCompany() {
  const t = useTexts('home');
  const { email } = useMe();
  return (
    <Panel title={t('alone.title')}>
      <Text mb="sm">{t('alone.text')}</Text>
      <List spacing="xs">
        <List.Item>
          {t('alone.found')} <TextLink to="/company/new">{t('alone.toFound')}</TextLink>
        </List.Item>
        <List.Item>{t('alone.invitation', { email })}</List.Item>
        <List.Item>
          {t('alone.keyFiles')} <TextLink to="/key-files">{t('alone.toKeyFiles')}</TextLink>
        </List.Item>
        <List.Item>
          {t('alone.ask')} <TextLink to="/requests/new">{t('alone.toAsk')}</TextLink>
        </List.Item>
        <List.Item>
          {t('alone.products')} <TextLink to="/products">{t('alone.toProducts')}</TextLink>
        </List.Item>
      </List>
    </Panel>
  );
}
