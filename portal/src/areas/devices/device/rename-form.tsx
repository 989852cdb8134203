import { Alert, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, askTagged, ifMatch } from '../../../api/client.js';
import { hasCode } from '../../../api/problem-error.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Actions } from '../../../ui/actions.js';
import { Button } from '../../../ui/button.js';
import { Form } from '../../../ui/form/form.js';
import { useForm } from '../../../ui/form/use-form.js';
import { showToast } from '../../../ui/toasts.js';

interface Seen {
  name: string;
  etag: string;
}

/** Renames what the person has seen; if somebody was faster, says which name it has now and lets the person decide. */
export function RenameForm({ id, seen, close }: { id: string; seen: Seen; close: () => void }) {
  const t = useTexts('devices');
  const client = useQueryClient();
  const [base, setBase] = useState(seen);
  const [theirs, setTheirs] = useState<string | null>(null);
  const read = async (): Promise<Seen> => {
    const { value, etag } = await askTagged(api.GET('/devices/{id}', { params: { path: { id } } }));
    return { name: value.name, etag };
  };
  const write = (name: string, etag: string) =>
    ask(api.PATCH('/devices/{id}', { params: { path: { id }, header: ifMatch(etag) }, body: { name } }));
  const finish = async () => {
    await client.invalidateQueries({ queryKey: ['device'] });
    close();
  };
  const form = useForm({
    initial: { name: seen.name },
    check: ({ name }) => (name.trim() ? {} : { name: t('rename.empty') }),
    submit: async (values) => {
      const name = values.name.trim();
      try {
        await write(name, base.etag);
      } catch (error) {
        if (!hasCode(error, 'ETAG_MISMATCH')) throw error;
        const now = await read();
        setBase(now);
        if (now.name !== base.name) return setTheirs(now.name);
        // Something else has changed, which a name does not concern.
        await write(name, now.etag);
      }
      showToast({ tone: 'good', text: t('rename.done', { name }) });
      await finish();
    },
  });
  return (
    <div onKeyDown={(event) => event.key === 'Escape' && close()}>
      <Form form={form}>
        <TextInput
          aria-label={t('fact.name')}
          autoFocus
          maxLength={100}
          onFocus={(event) => event.currentTarget.select()}
          {...form.field('name')}
        />
        {theirs !== null && (
          <Alert role="alert" color="yellow" variant="default" title={t('rename.conflict')}>
            <Text>{t('rename.now', { name: theirs })}</Text>
          </Alert>
        )}
        <Actions>
          <Button type="submit" busy={form.busy}>
            {theirs === null ? t('rename.save') : t('rename.mine')}
          </Button>
          <Button variant="default" onClick={() => (theirs === null ? close() : void finish())}>
            {theirs === null ? t('rename.cancel') : t('rename.theirs')}
          </Button>
        </Actions>
      </Form>
    </div>
  );
}
