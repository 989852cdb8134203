import { Text, TextInput } from '@mantine/core';
import { checkCode } from '@tessera/license/activation-code';
import { useState } from 'react';
import { api, ask, idempotent } from '../../api/client.js';
import { hasCode } from '../../api/problem-error.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form/form.js';
import { useForm } from '../../ui/form/use-form.js';
import { CodeField } from '../../ui/license/code-field.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { useProblemText } from '../../ui/use-problem-text.js';

/** Key files by mail for whoever has the code, without an account (LIC-027 … LIC-030). */
export default function KeyFilesPage() {
  const t = useTexts('auth');
  const say = useProblemText();
  const [sent, setSent] = useState(false);
  const [codeFault, setCodeFault] = useState<string | null>(null);
  const form = useForm({
    initial: { activationCode: '', email: '' },
    check: ({ activationCode, email }) => ({
      ...(checkCode(activationCode).ok ? {} : { activationCode: t('fault.code') }),
      ...(email.trim() ? {} : { email: t('fault.email') }),
    }),
    submit: async ({ activationCode, email }, key) => {
      const body = { activationCode, email: email.trim() };
      try {
        await ask(api.POST('/key-files', { params: { header: idempotent(key) }, body }));
        setSent(true);
      } catch (error) {
        if (!hasCode(error, 'CODE_UNKNOWN', 'CODE_MALFORMED')) throw error;
        setCodeFault(say(error));
      }
    },
  });
  const setCode = (code: string) => {
    setCodeFault(null);
    form.set({ activationCode: code });
  };
  return (
    <Page title={t('keyFiles.title')} intro={t('keyFiles.intro')} width="narrow">
      <Panel>
        {sent ? (
          <div role="status">
            <Text mb="sm">{t('keyFiles.sent', { email: form.values.email.trim() })}</Text>
            <Text mb="md" c="dimmed">
              {t('keyFiles.next')}
            </Text>
            <Button
              variant="default"
              onClick={() => {
                form.reset();
                setSent(false);
              }}
            >
              {t('keyFiles.another')}
            </Button>
          </div>
        ) : (
          <Form form={form}>
            <CodeField
              name="activationCode"
              value={form.values.activationCode}
              error={codeFault ?? form.faults.activationCode}
              onCode={setCode}
            />
            <TextInput
              label={t('keyFiles.email')}
              type="email"
              autoComplete="email"
              dir="ltr"
              {...form.field('email')}
            />
            <Button type="submit" fullWidth busy={form.busy}>
              {t('keyFiles.submit')}
            </Button>
          </Form>
        )}
      </Panel>
    </Page>
  );
}
