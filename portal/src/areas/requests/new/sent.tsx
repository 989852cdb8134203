import { List, Text } from '@mantine/core';
import type { View } from '../../../api/client.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Actions } from '../../../ui/actions.js';
import { Button } from '../../../ui/button.js';
import { Copyable } from '../../../ui/copyable.js';
import { LinkButton } from '../../../ui/link-button.js';

/** The number, and what happens next (SUP-005, SUP-046). */
export function Sent({ request, again }: { request: View<'RequestView'>; again: () => void }) {
  const t = useTexts('requests');
  return (
    <div role="status">
      <Text mb="xs">{t('sent.number')}</Text>
      <Text size="xl" fw={700} mb="md" component="div">
        <Copyable text={request.number} name={t('search.label')} />
      </Text>
      <Text fw={600}>{t('sent.next')}</Text>
      <List mb="md" spacing="xs">
        <List.Item>{t('sent.mail')}</List.Item>
        <List.Item>{t(request.level === 'premium' ? 'sent.premium' : 'sent.standard')}</List.Item>
        <List.Item>{t('sent.reply')}</List.Item>
      </List>
      <Actions>
        <LinkButton to={`/requests/${request.id}`}>{t('sent.open')}</LinkButton>
        <Button variant="default" onClick={again}>
          {t('sent.another')}
        </Button>
      </Actions>
    </div>
  );
}
