import { PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { hasCode } from '../../api/problem-error.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { homeOf, safeNext, useSession } from '../../shell/session/session.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form/form.js';
import { useForm } from '../../ui/form/use-form.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { TextLink } from '../../ui/text-link.js';

export default function SignInPage() {
  const t = useTexts('auth');
  const { me, signIn } = useSession();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [wantsCode, setWantsCode] = useState(false);
  const [expired, setExpired] = useState(false);
  const next = safeNext(search.get('next'));
  const form = useForm({
    initial: { email: '', password: '', otp: '' },
    check: ({ email, password }) => ({
      ...(email.trim() ? {} : { email: t('fault.email') }),
      ...(password ? {} : { password: t('fault.password') }),
    }),
    submit: async ({ email, password, otp }) => {
      setExpired(false);
      try {
        const user = await signIn({ email: email.trim(), password, ...(otp ? { otp } : {}) });
        void navigate(next ?? homeOf(user), { replace: true });
      } catch (error) {
        if (hasCode(error, 'OTP_REQUIRED')) return setWantsCode(true);
        if (hasCode(error, 'PASSWORD_EXPIRED')) return setExpired(true);
        throw error;
      }
    },
  });
  if (me && !form.busy) return <Navigate replace to={next ?? homeOf(me)} />;
  return (
    <Page title={t('signIn.title')} width="narrow">
      <Panel>
        <Form form={form}>
          {next && <Text c="dimmed">{t('signIn.first')}</Text>}
          {expired && (
            <Notice role="alert" tone="warn" title={t('signIn.expired')}>
              <TextLink to="/forgot-password">{t('signIn.newPassword')}</TextLink>
            </Notice>
          )}
          <TextInput
            label={t('field.email')}
            type="email"
            autoComplete="username"
            dir="ltr"
            {...form.field('email')}
          />
          <PasswordInput
            label={t('field.password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('field.show') }}
            {...form.field('password')}
          />
          {wantsCode && (
            <TextInput
              label={t('field.otp')}
              inputMode="numeric"
              autoComplete="one-time-code"
              autoFocus
              {...form.field('otp')}
            />
          )}
          <Button type="submit" fullWidth busy={form.busy}>
            {t('signIn.submit')}
          </Button>
          <TextLink to="/forgot-password">{t('signIn.forgot')}</TextLink>
        </Form>
      </Panel>
      <Stack gap="xs">
        <Text>
          {t('signIn.noAccount')} <TextLink to="/register">{t('signIn.register')}</TextLink>
        </Text>
      </Stack>
    </Page>
  );
}
