import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, ask } from '../../api/client.js';
import { useCurrentLanguage, useTexts } from '../../shell/i18n/use-texts.js';
import { Button } from '../../ui/button.js';
import { Columns } from '../../ui/columns.js';
import { CountrySelect } from '../../ui/country-select.js';
import { Form } from '../../ui/form/form.js';
import { useForm } from '../../ui/form/use-form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { TextLink } from '../../ui/text-link.js';
import { Consents } from './consents.js';
import { checkRegistration, emptyRegistration, registrationOf } from './registration.js';
import { RegistrationProof } from './registration-proof.js';

/** Registration (IDC-011 … IDC-015); the answer is the same whether or not the address is known. */
export default function RegisterPage() {
  const t = useTexts('auth');
  const language = useCurrentLanguage();
  const [sent, setSent] = useState(false);
  const form = useForm({
    initial: emptyRegistration,
    check: (values) => checkRegistration(values, t),
    submit: async (values) => {
      await ask(api.POST('/auth/register', { body: registrationOf(values, language) }));
      setSent(true);
    },
  });
  if (sent) {
    return (
      <Page title={t('register.sent')} width="narrow">
        <Panel>
          <div role="status">
            <Text mb="sm">{t('register.sentText', { email: form.values.email.trim() })}</Text>
            <Text c="dimmed">{t('mail.hint')}</Text>
          </div>
        </Panel>
      </Page>
    );
  }
  return (
    <Page title={t('register.title')} intro={t('register.intro')} width="medium">
      <Form form={form}>
        <Panel title={t('register.who')}>
          <Columns least="14rem">
            <TextInput label={t('field.firstName')} autoComplete="given-name" {...form.field('firstName')} />
            <TextInput label={t('field.lastName')} autoComplete="family-name" {...form.field('lastName')} />
            <TextInput
              label={t('field.email')}
              description={t('register.business')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              type="email"
              autoComplete="email"
              dir="ltr"
              {...form.field('email')}
            />
            <CountrySelect label={t('field.country')} {...form.field('country')} />
            <TextInput
              label={t('field.company')}
              description={t('register.company')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              autoComplete="organization"
              {...form.field('companyName')}
            />
          </Columns>
        </Panel>
        <Panel title={t('register.license')}>
          <RegistrationProof form={form} />
        </Panel>
        <Panel title={t('register.consents')}>
          <Consents box={form.box} survey={form.box('surveyConsent')} />
        </Panel>
        <Button type="submit" size="md" busy={form.busy}>
          {t('register.submit')}
        </Button>
      </Form>
      <Text>
        {t('register.have')} <TextLink to="/sign-in">{t('signIn.title')}</TextLink>
      </Text>
    </Page>
  );
}
