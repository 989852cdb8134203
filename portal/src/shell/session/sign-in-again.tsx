import { PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { Actions } from '../../ui/actions.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form/form.js';
import { useForm } from '../../ui/form/use-form.js';
import type { Me } from '../area.js';
import { useTexts } from '../i18n/use-texts.js';
import { useSession } from './session.js';

/** Over whatever is open, which stays as it is: once signed in, what was being sent is sent. */
export default function SignInAgain({ me, done }: { me: Me; done: (renewed: boolean) => void }) {
  const t = useTexts('shell');
  const client = useQueryClient();
  const { signOut } = useSession();
  const form = useForm({
    initial: { password: '' },
    submit: async ({ password }) => {
      await ask(api.POST('/auth/sign-in', { body: { email: me.email, password } }));
      done(true);
      await client.invalidateQueries({ queryKey: ['me'] });
    },
  });
  const leave = () => {
    done(false);
    void signOut();
  };
  return (
    <Dialog title={t('expired.title')}>
      <Form form={form}>
        <Stack>
          <Text>{t('expired.text')}</Text>
          <TextInput label={t('expired.email')} value={me.email} readOnly autoComplete="username" />
          <PasswordInput
            label={t('expired.password')}
            autoComplete="current-password"
            data-autofocus
            visibilityToggleButtonProps={{ 'aria-label': t('expired.show') }}
            {...form.field('password')}
          />
          <Actions>
            <Button type="submit" busy={form.busy}>
              {t('expired.signIn')}
            </Button>
            <Button variant="default" onClick={leave}>
              {t('expired.leave')}
            </Button>
          </Actions>
        </Stack>
      </Form>
    </Dialog>
  );
}
