import { Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
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
import { formQuery } from './new/form-query.js';
import type { Request } from './request-page.js';
import { UploadField } from './uploads/upload-field.js';
import { useUploads } from './uploads/use-uploads.js';

export function AnswerForm({ request }: { request: Request }) {
  const t = useTexts('requests');
  const client = useQueryClient();
  const { data: choices } = useQuery(formQuery('portal'));
  const draft = { owner: useMe().id, name: `answer/${request.id}` };
  const uploads = useUploads(choices?.attachments, draft);
  const text = useRef<HTMLTextAreaElement>(null);
  useShortcuts([{ keys: 'a', text: t('answer.title'), run: () => text.current?.focus() }]);
  const form = useForm({
    initial: { text: '' },
    draft,
    check: (values) =>
      values.text.trim() && !uploads.open ? {} : { text: t(uploads.open ? 'files.open' : 'answer.empty') },
    submit: async (values, key) => {
      const params = { path: { id: request.id }, header: idempotent(key) };
      const body = { text: values.text, attachmentIds: uploads.ids };
      await ask(api.POST('/requests/{id}/messages', { params, body }));
      form.reset();
      uploads.reset();
      showToast({ tone: 'good', text: t('answer.sent') });
      await client.invalidateQueries({ queryKey: ['request'] });
    },
  });
  // Other files make another message, which an earlier try must not stand for.
  const files = uploads.ids.join();
  useEffect(() => form.set({}), [files]);
  const waits = request.status === 'awaiting_reply';
  return (
    <div data-print="no">
      <Panel title={t(waits ? 'answer.wanted' : 'answer.title')}>
        <Form form={form}>
          <Textarea
            ref={text}
            label={t('answer.text')}
            autosize
            minRows={4}
            maxLength={20_000}
            dir="auto"
            {...form.field('text')}
          />
          <UploadField uploads={uploads} />
          <Actions>
            <Button type="submit" busy={form.busy}>
              {t('answer.send')}
            </Button>
          </Actions>
        </Form>
      </Panel>
    </div>
  );
}
