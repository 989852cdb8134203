import { NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask, idempotent, type View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Actions } from '../../ui/actions.js';
import { Button } from '../../ui/button.js';
import { Columns } from '../../ui/columns.js';
import { Form } from '../../ui/form/form.js';
import { useForm } from '../../ui/form/use-form.js';
import { showToast } from '../../ui/toasts.js';

type Person = View<'StaffUserView'>;
const roles = ['support-agent', 'support-lead', 'license-admin', 'platform-admin', 'partner'] as const;

/** Somebody new gets a mail with a link to choose a password. */
export function InviteForm({ people }: { people: Person[] }) {
  const t = useTexts('staff-people');
  const client = useQueryClient();
  const form = useForm({
    initial: { firstName: '', lastName: '', email: '', role: 'support-agent', partnerId: '' },
    check: ({ firstName, lastName, email }): Partial<Record<string, string>> => ({
      ...(firstName.trim() ? {} : { firstName: t('fault.needed') }),
      ...(lastName.trim() ? {} : { lastName: t('fault.needed') }),
      ...(email.trim() ? {} : { email: t('fault.needed') }),
    }),
    submit: async (values, key) => {
      const role = values.role as Person['role'];
      const email = values.email.trim();
      // A partner of its own is known by an id of its own; made of the key, a repetition does not make a second one.
      const partner = role === 'partner' ? { partnerId: values.partnerId || key } : {};
      const body = {
        email,
        firstName: values.firstName.trim(),
        lastName: values.lastName.trim(),
        role,
        ...partner,
      };
      await ask(api.POST('/staff/users', { params: { header: idempotent(key) }, body }));
      form.reset();
      showToast({ tone: 'good', text: t('invite.done', { email }) });
      await client.invalidateQueries({ queryKey: ['staff-user'] });
    },
  });
  return (
    <Form form={form}>
      <Columns least="13rem">
        <TextInput label={t('field.firstName')} maxLength={100} dir="auto" {...form.field('firstName')} />
        <TextInput label={t('field.lastName')} maxLength={100} dir="auto" {...form.field('lastName')} />
        <TextInput label={t('field.email')} type="email" dir="ltr" maxLength={254} {...form.field('email')} />
        <NativeSelect
          label={t('field.role')}
          data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
          {...form.field('role')}
        />
        {form.values.role === 'partner' && (
          <NativeSelect
            label={t('field.partner')}
            data={[{ value: '', label: t('invite.newPartner') }, ...partnersOf(people, t)]}
            {...form.field('partnerId')}
          />
        )}
      </Columns>
      <Actions>
        <Button type="submit" busy={form.busy}>
          {t('invite.submit')}
        </Button>
      </Actions>
    </Form>
  );
}

/** The partners that there are, each named by one of its people. */
function partnersOf(people: Person[], t: (key: string, values: Record<string, string>) => string) {
  const first = new Map(
    people.flatMap((person) => (person.partnerId ? [[person.partnerId, person] as const] : [])),
  );
  return [...first].map(([value, { firstName, lastName }]) => ({
    value,
    label: t('invite.partnerOf', { name: `${firstName} ${lastName}` }),
  }));
}
