import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, idempotent } from '../../api/client.js';
import { hasCode } from '../../api/problem-error.js';
import type { Me } from '../../shell/area.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { homeOf } from '../../shell/session/session.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form/form.js';
import { useForm } from '../../ui/form/use-form.js';
import { LinkFacts } from './link-facts.js';
import { LinkPage, type LinkState } from './link-page.js';
import type { MailedLink } from './use-link.js';

/** An invitation opened by somebody who is signed in: their account joins, if it is the invited one. */
export function JoinCompany({ me, link }: { me: Me; link: MailedLink }) {
  const t = useTexts('auth');
  const client = useQueryClient();
  const token = link.token!;
  const [used, setUsed] = useState<LinkState | null>(null);
  const form = useForm({
    initial: {},
    submit: async (_values, key) => {
      try {
        await ask(api.POST('/invitations/accept', { params: { header: idempotent(key) }, body: { token } }));
        setUsed('done');
        await client.invalidateQueries();
      } catch (error) {
        if (!hasCode(error, 'LINK_INVALID')) throw error;
        setUsed('invalid');
      }
    },
  });
  return (
    <LinkPage
      title={t('invitation.title')}
      state={used ?? link.state}
      done={{
        title: t('invitation.welcome'),
        text: t('invitation.joined'),
        to: homeOf(me),
        label: t('invitation.home'),
      }}
      invalid={{ text: t('invitation.invalid'), to: homeOf(me), label: t('invitation.home') }}
    >
      <Form form={form}>
        {link.facts && <LinkFacts link={link.facts} />}
        <Text>{t('invitation.as', { email: me.email })}</Text>
        <Button type="submit" fullWidth busy={form.busy}>
          {t('invitation.join')}
        </Button>
      </Form>
    </LinkPage>
  );
}
