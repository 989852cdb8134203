import { Alert, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useFormat } from '../../shell/i18n/use-format.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { Button } from '../../ui/button.js';
import { Columns } from '../../ui/columns.js';
import { CountrySelect } from '../../ui/country-select.js';
import { Form } from '../../ui/form/form.js';
import type { Details } from './details.js';
import { useDetailsForm } from './use-details-form.js';

export function DetailsForm() {
  const t = useTexts('profile');
  const { email } = useMe();
  const { form, elsewhere, takeStored } = useDetailsForm();
  return (
    <Form form={form}>
      {elsewhere && <Conflict elsewhere={elsewhere} takeStored={takeStored} />}
      <Columns least="14rem">
        <TextInput label={t('field.firstName')} autoComplete="given-name" {...form.field('firstName')} />
        <TextInput label={t('field.lastName')} autoComplete="family-name" {...form.field('lastName')} />
        <CountrySelect label={t('field.country')} {...form.field('country')} />
        <TextInput
          label={t('field.email')}
          description={t('details.email')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          dir="ltr"
          value={email}
          readOnly
        />
      </Columns>
      <div>
        <Button type="submit" busy={form.busy}>
          {t('details.save')}
        </Button>
      </div>
    </Form>
  );
}

function Conflict({ elsewhere, takeStored }: { elsewhere: Details; takeStored: () => void }) {
  const t = useTexts('profile');
  const format = useFormat();
  const name = `${elsewhere.firstName} ${elsewhere.lastName}`;
  return (
    <Alert
      role="alert"
      color="yellow"
      variant="default"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('conflict.title')}
    >
      <Text mb="sm">
        {t('conflict.text', { name, country: elsewhere.country ? format.country(elsewhere.country) : '' })}
      </Text>
      <Button variant="default" onClick={takeStored}>
        {t('conflict.take')}
      </Button>
    </Alert>
  );
}
