import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemNotice } from '../problem-notice.js';
import type { FormState } from './use-form.js';

/** Fields below each other, and above them what went wrong and belongs to none of them. */
export const Form = ({ form, children }: { form: FormState; children: ReactNode }) => (
  <form ref={form.element} noValidate onSubmit={form.onSubmit}>
    <Stack>
      {form.error !== null && <ProblemNotice error={form.error} />}
      {children}
    </Stack>
  </form>
);
