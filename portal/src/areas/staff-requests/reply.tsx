import { Group, NativeSelect, Radio, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, ask, idempotent } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { useShortcuts } from '../../shell/keyboard/shortcuts.js';
import { Actions } from '../../ui/actions.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form/form.js';
import { useForm } from '../../ui/form/use-form.js';
import { Panel } from '../../ui/panel.js';
import { showToast } from '../../ui/toasts.js';
import type { StaffRequest } from './staff-facts.js';
import type { RequestStatus } from '../../ui/request-status.js';
import { isFinal, nextStatuses } from './status.js';
import classes from './staff-requests.module.css';

type Kind = 'answer' | 'note';

/** An answer with the status that follows from it, or a note that customers never see. */
export function Reply({ request }: { request: StaffRequest }) {
  const t = useTexts('staff-requests');
  const client = useQueryClient();
  const text = useRef<HTMLTextAreaElement>(null);
  const form = useForm({
    draft: { owner: useMe().id, name: `reply/${request.id}` },
    initial: { kind: 'answer' as Kind, text: '', status: 'awaiting_reply' as RequestStatus },
    check: (values): { text?: string } => (values.text.trim() ? {} : { text: t('reply.empty') }),
    submit: async (values, key) => {
      const params = { path: { id: request.id }, header: idempotent(key) };
      const { kind, status } = values;
      const body = { text: values.text, ...(kind === 'note' ? { internal: true } : { status }) };
      await ask(api.POST('/staff/requests/{id}/messages', { params, body }));
      // Who writes a note goes on with notes: the next one must not go to the customer by mistake.
      form.reset({ kind });
      showToast({ tone: 'good', text: t(`reply.done.${kind}`) });
      await client.invalidateQueries({ queryKey: ['request'] });
    },
  });
  const { kind, status } = form.values;
  const write = (chosen: Kind) => {
    form.set({ kind: chosen });
    text.current?.focus();
  };
  useShortcuts([
    { keys: 'r', text: t('keys.answer'), run: () => write('answer') },
    { keys: 'n', text: t('keys.note'), run: () => write('note') },
  ]);
  const statuses = nextStatuses(request);
  return (
    <Panel title={t('reply.title')}>
      <Form form={form}>
        <Radio.Group
          aria-label={t('reply.title')}
          value={kind}
          onChange={(chosen) => form.set({ kind: chosen as Kind })}
        >
          <Group gap="lg">
            <Radio value="answer" label={t('reply.kind.answer')} />
            <Radio value="note" label={t('reply.kind.note')} />
          </Group>
        </Radio.Group>
        <div className={kind === 'note' ? classes.note : undefined}>
          <Textarea
            ref={text}
            label={t(`reply.text.${kind}`)}
            autosize
            minRows={5}
            maxLength={20_000}
            dir="auto"
            {...form.field('text')}
          />
        </div>
        {kind === 'answer' && (
          <NativeSelect
            label={t('reply.status')}
            data={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
            {...form.field('status')}
          />
        )}
        {kind === 'answer' && isFinal(status) && <Text role="status">{t('reply.final')}</Text>}
        <Actions>
          <Button type="submit" busy={form.busy}>
            {t(`reply.send.${kind}`)}
          </Button>
        </Actions>
      </Form>
    </Panel>
  );
}
