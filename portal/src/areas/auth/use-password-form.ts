import { useState } from 'react';
import { hasCode } from '../../api/problem-error.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useForm } from '../../ui/form/use-form.js';
import { mayBeSent } from '../../ui/password/rules.js';
import type { LinkState } from './link-page.js';
import type { MailedLink } from './use-link.js';

/** A form that a mailed link opens and that ends in a new password, typed twice. */
export function usePasswordForm<More extends Record<string, unknown>>(options: {
  link: MailedLink;
  more: More;
  check?: (values: More) => Partial<Record<keyof More, string>>;
  send: (token: string, password: string, more: More) => Promise<unknown>;
}) {
  const t = useTexts('auth');
  const { token } = options.link;
  const [used, setUsed] = useState<LinkState | null>(null);
  type Values = More & { password: string; repeated: string };
  const form = useForm<Values>({
    initial: { ...options.more, password: '', repeated: '' },
    check: (values) => ({
      ...(options.check?.(values) as Partial<Record<keyof Values, string>>),
      ...(mayBeSent(values.password) ? {} : { password: t('fault.rules') }),
      ...(values.password === values.repeated ? {} : { repeated: t('fault.repeated') }),
    }),
    submit: async ({ password, repeated: _repeated, ...more }) => {
      try {
        await options.send(token!, password, more as unknown as More);
        setUsed('done');
      } catch (error) {
        if (!hasCode(error, 'LINK_INVALID')) throw error;
        setUsed('invalid');
      }
    },
  });
  return { form, state: used ?? options.link.state };
}
