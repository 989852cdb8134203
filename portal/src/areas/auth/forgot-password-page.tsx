import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form/form.js';
import { useForm } from '../../ui/form/use-form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { TextLink } from '../../ui/text-link.js';

/** Says the same whether or not the address is known (IDC-037). */
export default function ForgotPasswordPage() {
  const t = useTexts('auth');
  const [sent, setSent] = useState(false);
  const form = useForm({
    initial: { email: '' },
    check: ({ email }): { email?: string } => (email.trim() ? {} : { email: t('fault.email') }),
    submit: async ({ email }) => {
      await ask(api.POST('/auth/password/forgot', { body: { email: email.trim() } }));
      setSent(true);
    },
  });
  return (
    <Page title={t('forgot.title')} width="narrow">
      <Panel>
        {sent ? (
          <div role="status">
            <Text mb="sm">{t('forgot.sent', { email: form.values.email.trim() })}</Text>
            <Text mb="md" c="dimmed">
              {t('mail.hint')}
            </Text>
            <Button variant="default" onClick={() => setSent(false)}>
              {t('forgot.again')}
            </Button>
          </div>
        ) : (
          <Form form={form}>
            <Text>{t('forgot.text')}</Text>
            <TextInput
              label={t('field.email')}
              type="email"
              autoComplete="username"
              dir="ltr"
              {...form.field('email')}
            />
            <Button type="submit" fullWidth busy={form.busy}>
              {t('forgot.submit')}
            </Button>
          </Form>
        )}
      </Panel>
      <TextLink to="/sign-in">{t('forgot.back')}</TextLink>
    </Page>
  );
}
