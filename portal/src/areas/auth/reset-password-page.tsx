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

/** From the mail after "forgot password"; it ends every session and signs nobody in. */
export default function ResetPasswordPage() {
  const t = useTexts('auth');
  const link = useLink();
  const { form, state } = usePasswordForm({
    link,
    more: {},
    send: (token, password) => ask(api.POST('/auth/password/reset', { body: { token, password } })),
  });
  return (
    <LinkPage
      title={t('reset.title')}
      state={state}
      done={{ title: t('reset.changed'), text: t('reset.done'), to: '/sign-in', label: t('signIn.title') }}
      invalid={{ text: t('reset.invalid'), to: '/forgot-password', label: t('reset.again') }}
    >
      <Form form={form}>
        {link.facts && <LinkFacts link={link.facts} />}
        <Text>{t('reset.text')}</Text>
        <PasswordFields field={form.field} />
        <Button type="submit" fullWidth busy={form.busy}>
          {t('reset.submit')}
        </Button>
      </Form>
    </LinkPage>
  );
}
