import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask, idempotent, type View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form/form.js';
import { useForm } from '../../ui/form/use-form.js';
import { showToast } from '../../ui/toasts.js';

type Invitation = View<'CreateInvitation'>;

const nobody = {
  email: '',
  purpose: 'member' as Invitation['purpose'],
  rights: [] as NonNullable<Invitation['rights']>,
};

/** Nobody grants what he lacks, so only the person's own rights are there to be ticked. */
export function InviteForm() {
  const t = useTexts('people');
  const me = useMe();
  const client = useQueryClient();
  const form = useForm({
    initial: nobody,
    check: ({ email }) => (email.trim() ? {} : { email: t('fault.email') }),
    submit: async ({ email, purpose, rights }, key) => {
      const body = { email: email.trim(), purpose, ...(purpose === 'device' ? {} : { rights }) };
      await ask(api.POST('/company/invitations', { params: { header: idempotent(key) }, body }));
      form.reset();
      showToast({ tone: 'good', text: t('invite.done', { email: body.email }) });
      await client.invalidateQueries({ queryKey: ['invitation'] });
    },
  });
  const { purpose, rights } = form.values;
  const joins = purpose !== 'device';
  return (
    <Form form={form}>
      <TextInput
        label={t('field.email')}
        type="email"
        autoComplete="off"
        dir="ltr"
        maw="30rem"
        {...form.field('email')}
      />
      <Radio.Group
        label={t('field.purpose')}
        value={purpose}
        onChange={(value) => form.set({ purpose: value as Invitation['purpose'] })}
      >
        <Stack gap="xs" mt="xs">
          {(['member', 'device', 'both'] as const).map((value) => (
            <Radio key={value} value={value} label={t(`purposeText.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {joins && (
        <Checkbox.Group
          label={t('field.rights')}
          description={t('field.rightsHint')}
          value={rights}
          onChange={(chosen) => form.set({ rights: chosen })}
        >
          <Stack gap="xs" mt="xs">
            {me.rights.map((right) => (
              <Checkbox key={right} value={right} label={t(`right.${right.replace('.', '_')}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <div>
        <Button type="submit" busy={form.busy}>
          {t('invite.submit')}
        </Button>
      </div>
    </Form>
  );
}
