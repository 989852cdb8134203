import { NativeSelect, Text, TextInput } from '@mantine/core';
import type { View } from '../../../api/client.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Actions } from '../../../ui/actions.js';
import { Button } from '../../../ui/button.js';
import { Form } from '../../../ui/form/form.js';
import { LinkButton } from '../../../ui/link-button.js';
import { QueryView } from '../../../ui/query-view.js';
import { UploadField } from '../uploads/upload-field.js';
import { CsrField } from './csr-field.js';
import { DescriptionField } from './description-field.js';
import type { Draft } from './draft.js';
import { FeedbackFields } from './feedback-fields.js';
import type { Category } from './form-query.js';
import { ProductFields } from './product-fields.js';
import { TechnicalFields } from './technical-fields.js';
import { useNewRequest } from './use-new-request.js';

interface NewRequestFormProps {
  first: Partial<Draft>;
  sent: (request: View<'RequestView'>) => void;
}

export function NewRequestForm({ first, sent }: NewRequestFormProps) {
  const t = useTexts('requests');
  const { form, choices, uploads } = useNewRequest(first, sent);
  const { category } = form.values;
  return (
    <QueryView query={choices}>
      {(offered) => (
        <Form form={form}>
          {form.values.previousNumber && (
            <Text>{t('new.previous', { number: form.values.previousNumber })}</Text>
          )}
          <NativeSelect
            label={t('field.category')}
            description={t(`categoryHint.${category}`)}
            data={offered.categories.map((value) => ({ value, label: t(`category.${value}`) }))}
            {...form.field('category')}
            onChange={(event) => form.set({ category: event.currentTarget.value as Category })}
          />
          {category === 'technical' && <ProductFields form={form} choices={offered} />}
          {category === 'technical' && <TechnicalFields form={form} choices={offered} />}
          {category === 'feedback' && <FeedbackFields form={form} choices={offered} />}
          {category === 'apns_certificate' && <CsrField form={form} />}
          <TextInput label={t('field.subject')} maxLength={300} dir="auto" {...form.field('subject')} />
          <DescriptionField form={form} guided={category === 'technical'} />
          <UploadField uploads={uploads} />
          <Actions>
            <Button type="submit" busy={form.busy} disabled={uploads.open}>
              {t('new.send')}
            </Button>
            <LinkButton to="/requests" variant="default">
              {t('new.leave')}
            </LinkButton>
          </Actions>
          <Text size="sm" c="dimmed" role="status">
            {uploads.open && t('files.open')}
          </Text>
        </Form>
      )}
    </QueryView>
  );
}
