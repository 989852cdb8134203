import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Columns } from '../../../ui/columns.js';
import type { Choices } from './form-query.js';
import type { NewRequest } from './use-new-request.js';

interface FieldsProps {
  form: NewRequest['form'];
  choices: Choices;
}

/** Thanks or a complaint, and about which request (SUP-088). */
export function FeedbackFields({ form, choices }: FieldsProps) {
  const t = useTexts('requests');
  const own = useQuery({
    queryKey: ['request', 'latest'],
    queryFn: () => ask(api.GET('/requests', { params: { query: { author: 'me', limit: 100 } } })),
  });
  const requests = (own.data?.items ?? []).map((request) => ({
    value: request.id,
    label: `${request.number} – ${request.subject}`,
  }));
  return (
    <Columns least="13rem">
      <NativeSelect
        label={t('field.feedbackType')}
        data={[
          { value: '', label: t('choose') },
          ...choices.feedbackTypes.map((value) => ({ value, label: t(`feedback.${value}`) })),
        ]}
        {...form.field('feedbackType')}
      />
      <NativeSelect
        label={t('field.related')}
        data={[{ value: '', label: t('field.noRelated') }, ...requests]}
        {...form.field('relatedRequestId')}
      />
    </Columns>
  );
}
