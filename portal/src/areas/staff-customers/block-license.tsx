import { List, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, idempotent } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Actions } from '../../ui/actions.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form/form.js';
import { useForm } from '../../ui/form/use-form.js';
import { showToast } from '../../ui/toasts.js';
import type { CustomerLicense } from './license-status.js';

type Verb = 'block' | 'unblock';

/** The button that fits the license, and the question that comes first. */
export function BlockLicense({ license }: { license: CustomerLicense }) {
  const t = useTexts('staff-customers');
  const [open, setOpen] = useState(false);
  // The question stays as it was asked while the dialog fades and the license has changed.
  const [asked, setAsked] = useState<Verb>('block');
  const verb: Verb = license.blockedAt ? 'unblock' : 'block';
  const name = { product: license.product.name, serial: license.serialNumber };
  const close = () => setOpen(false);
  const show = () => {
    setAsked(verb);
    setOpen(true);
  };
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        aria-haspopup="dialog"
        aria-label={t(`block.buttonOf.${verb}`, name)}
        onClick={show}
      >
        {t(`block.button.${verb}`)}
      </Button>
      <Dialog opened={open} onClose={close} title={t(`block.title.${asked}`, name)}>
        <ReasonForm license={license} verb={asked} close={close} />
      </Dialog>
    </>
  );
}

/** What will happen, sentence by sentence, before it does (UIX-011); the reason is obligatory (VND-005). */
function ReasonForm(props: { license: CustomerLicense; verb: Verb; close: () => void }) {
  const { license, verb, close } = props;
  const t = useTexts('staff-customers');
  const client = useQueryClient();
  const name = { product: license.product.name, serial: license.serialNumber };
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }): { reason?: string } => (reason.trim() ? {} : { reason: t('fault.reason') }),
    submit: async ({ reason }, key) => {
      await ask(
        api.POST(`/staff/licenses/{id}/${verb}`, {
          params: { path: { id: license.id }, header: idempotent(key) },
          body: { reason: reason.trim() },
        }),
      );
      close();
      showToast({ tone: 'good', text: t(`block.done.${verb}`, name) });
      await client.invalidateQueries({ queryKey: ['staff-license'] });
    },
  });
  const sentences =
    verb === 'block'
      ? ['stops', 'refused', 'together', 'told', 'back'].map((what) => t(`block.will.${what}`))
      : ['works', 'together', 'told'].map((what) => t(`block.lifted.${what}`));
  return (
    <Form form={form}>
      <List spacing="xs">
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
      <Textarea
        label={t('field.reason')}
        description={t('field.reasonFor')}
        required
        autosize
        minRows={2}
        maxLength={1_000}
        dir="auto"
        {...form.field('reason')}
      />
      <Actions>
        <Button type="submit" busy={form.busy} {...(verb === 'block' ? { color: 'red' } : {})}>
          {t(`block.confirm.${verb}`)}
        </Button>
        <Button variant="default" onClick={close}>
          {t('block.cancel')}
        </Button>
      </Actions>
    </Form>
  );
}
