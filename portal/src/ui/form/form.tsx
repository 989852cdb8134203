import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Actions } from '../actions.js';
import { Button } from '../button.js';
import { Notice } from '../notice.js';
import { ProblemNotice } from '../problem-notice.js';
import type { FormState } from './use-form.js';

/** Fields below each other, and above them what went wrong and belongs to none of them. */
export const Form = ({ form, children }: { form: FormState; children: ReactNode }) => (
  <form ref={form.element} noValidate onSubmit={form.onSubmit}>
    <Stack>
      {form.error !== null && <ProblemNotice error={form.error} />}
      {form.restored && <Restored startAfresh={form.startAfresh} />}
      {children}
    </Stack>
  </form>
);

function Restored({ startAfresh }: { startAfresh: () => void }) {
  const t = useTexts('ui');
  return (
    <Notice role="status" tone="neutral">
      <Text>{t('draft.restored')}</Text>
      <Actions>
        <Button variant="default" onClick={startAfresh}>
          {t('draft.discard')}
        </Button>
      </Actions>
    </Notice>
  );
}
