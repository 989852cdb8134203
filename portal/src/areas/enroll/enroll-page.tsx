import { List, Text } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Copyable } from '../../ui/copyable.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';

/** As codes look, so that nothing else can be put before somebody's eyes by a link. */
const CODE = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/;

/** The code of the link, and how this device joins with it. It stands in the fragment, which no server sees. */
export default function EnrollPage() {
  const t = useTexts('enroll');
  const [code] = useState(() => new URLSearchParams(location.hash.slice(1)).get('code') ?? '');
  const known = CODE.test(code);
  return (
    <Page title={t('title')} width="narrow">
      <Panel>
        {known ? (
          <>
            <Text>{t('code')}</Text>
            <Text size="xl" fw={650} my="sm">
              <Copyable text={code} name={t('name')} />
            </Text>
            <List type="ordered" spacing="xs">
              <List.Item>{t('step1')}</List.Item>
              <List.Item>{t('step2')}</List.Item>
              <List.Item>{t('step3')}</List.Item>
            </List>
            <Text size="sm" c="dimmed" mt="md">
              {t('limits')}
            </Text>
          </>
        ) : (
          <Text>{t('missing')}</Text>
        )}
      </Panel>
    </Page>
  );
}
