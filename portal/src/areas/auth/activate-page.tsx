import { Text } from '@mantine/core';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form/form.js';
import { LinkFacts } from './link-facts.js';
import { LinkPage } from './link-page.js';
import { PasswordFields } from './password-fields.js';
import { useLink } from './use-link.js';
import { usePasswordForm } from './use-password-form.js';

/** From the mail after registration: the first password (IDC-017). */
export default function ActivatePage() {
  const t = useTexts('auth');
  const link = useLink();
  const { form, state } = usePasswordForm({
    link,
    more: {},
    send: (token, password) => ask(api.POST('/auth/activate', { body: { token, password } })),
  });
  return (
    <LinkPage
      title={t('activate.title')}
      state={state}
      done={{
        title: t('activate.ready'),
        text: t('activate.done'),
        to: '/sign-in',
        label: t('signIn.title'),
      }}
      invalid={{ text: t('activate.invalid'), to: '/register', label: t('register.title') }}
    >
      <Form form={form}>
        {link.facts && <LinkFacts link={link.facts} />}
        <Text>{t('activate.text')}</Text>
        <PasswordFields field={form.field} />
        <Button type="submit" fullWidth busy={form.busy}>
          {t('activate.submit')}
        </Button>
      </Form>
    </LinkPage>
  );
}
