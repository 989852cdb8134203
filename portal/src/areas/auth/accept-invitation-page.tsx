import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, ask } from '../../api/client.js';
import { hasCode } from '../../api/problem-error.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useSession } from '../../shell/session/session.js';
import { Button } from '../../ui/button.js';
import { CountrySelect } from '../../ui/country-select.js';
import { Form } from '../../ui/form/form.js';
import { Notice } from '../../ui/notice.js';
import { TextLink } from '../../ui/text-link.js';
import { Consents } from './consents.js';
import { JoinCompany } from './join-company.js';
import { LinkFacts } from './link-facts.js';
import { LinkPage } from './link-page.js';
import { PasswordFields } from './password-fields.js';
import { useLink, type MailedLink } from './use-link.js';
import { usePasswordForm } from './use-password-form.js';

const nobody = { firstName: '', lastName: '', country: '', acceptTerms: false, acceptPrivacy: false };

/** From the mail of an invitation: a new account, or the one that is signed in, joins the company (IDC-076). */
export default function AcceptInvitationPage() {
  const { me } = useSession();
  const link = useLink();
  return me && link.token ? <JoinCompany me={me} link={link} /> : <NewMember link={link} />;
}

function NewMember({ link }: { link: MailedLink }) {
  const t = useTexts('auth');
  const [exists, setExists] = useState(false);
  const { form, state } = usePasswordForm({
    link,
    more: nobody,
    check: (values) => ({
      ...(values.firstName.trim() ? {} : { firstName: t('fault.needed') }),
      ...(values.lastName.trim() ? {} : { lastName: t('fault.needed') }),
      ...(values.country ? {} : { country: t('fault.country') }),
      ...(values.acceptTerms ? {} : { acceptTerms: t('fault.consent') }),
      ...(values.acceptPrivacy ? {} : { acceptPrivacy: t('fault.consent') }),
    }),
    send: async (secret, password, more) => {
      const body = { ...more, token: secret, password, acceptTerms: true, acceptPrivacy: true } as const;
      await ask(api.POST('/auth/invitations/accept', { body })).catch((error: unknown) => {
        setExists(hasCode(error, 'ACCOUNT_EXISTS'));
        throw error;
      });
    },
  });
  return (
    <LinkPage
      title={t('invitation.title')}
      state={state}
      done={{
        title: t('invitation.welcome'),
        text: t('invitation.done'),
        to: '/sign-in',
        label: t('signIn.title'),
      }}
      invalid={{ text: t('invitation.invalid'), to: '/sign-in', label: t('signIn.title') }}
    >
      <Form form={form}>
        {link.facts && <LinkFacts link={link.facts} />}
        {exists && (
          <Notice role="alert" title={t('invitation.exists')}>
            <Text mb="xs">{t('invitation.existsText')}</Text>
            <TextLink to="/sign-in">{t('signIn.title')}</TextLink>
          </Notice>
        )}
        <TextInput label={t('field.firstName')} autoComplete="given-name" {...form.field('firstName')} />
        <TextInput label={t('field.lastName')} autoComplete="family-name" {...form.field('lastName')} />
        <CountrySelect label={t('field.country')} {...form.field('country')} />
        <PasswordFields field={form.field} />
        <Consents box={form.box} />
        <Button type="submit" fullWidth busy={form.busy}>
          {t('invitation.submit')}
        </Button>
      </Form>
    </LinkPage>
  );
}
