import { Text } from '@mantine/core';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form/form.js';
import { LinkPage } from './link-page.js';
import { PasswordFields } from './password-fields.js';
import { useLinkToken } from './use-link-token.js';
import { usePasswordForm } from './use-password-form.js';

/** From the mail after "forgot password"; it ends every session and signs nobody in. */
export default function ResetPasswordPage() {
  const t = useTexts('auth');
  const { form, state } = usePasswordForm({
    token: useLinkToken(),
    more: {},
    send: (token, password) => ask(api.POST('/auth/password/reset', { body: { token, password } })),
  });
  return (
    <LinkPage
      title={t('reset.title')}
      state={state}
      done={{ text: t('reset.done'), to: '/sign-in', label: t('signIn.title') }}
      invalid={{ text: t('reset.invalid'), to: '/forgot-password', label: t('reset.again') }}
    >
      <Form form={form}>
        <Text>{t('reset.text')}</Text>
        <PasswordFields field={form.field} />
        <Button type="submit" fullWidth busy={form.busy}>
          {t('reset.submit')}
        </Button>
      </Form>
    </LinkPage>
  );
}
